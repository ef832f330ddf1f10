import type { Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import type { Piece } from "../shown/piece.ts";
import { field, text } from "./document.ts";
import { readLayers } from "./layers.ts";
import { unfold } from "./unfold.ts";

const explain = {
  unknown: (path: string) => ({ cause: `the plan does not say what the expression for ${path} gives`, refs: [] }),
  unwritten: () => true,
};

/** Commands that a resource's block runs. Of what they do a plan shows what is written out, and not to which machine they connect. */
export function provisionerSubjects(address: string, block: Piece | undefined): readonly Subject[] {
  if (block === undefined || block.kind("provisioners") !== "list") return [];
  const provisioners = block.part("provisioners") as readonly Json[];
  return provisioners.map((one, index) => {
    const type = text(one, "type") ?? "?";
    const own = `${address}.provisioner.${type}${provisioners.length > 1 ? `[${index}]` : ""}`;
    const { value, unknown } = unfold(field(one, "expressions"), undefined);
    return {
      kind: "provisioner",
      address: own,
      type,
      read: (path) => readLayers({ value, unknown, sensitive: undefined }, path, own, explain),
    };
  });
}
