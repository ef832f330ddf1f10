import type { SourceLine, Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { bind, type Env } from "../../values/scope.ts";
import type { Term } from "../../values/term.ts";
import { type Block, blocks } from "./blocks.ts";
import { subject } from "./subject.ts";

/** Everything that a block runs, on the machine of the engine or on the one that was made. `self`: the thing itself. */
export function provisioners(
  block: Block,
  address: string,
  env: Env,
  self: Term | undefined,
  source: ((constructPath: string) => SourceLine | undefined) | undefined,
): readonly Subject[] {
  if (block.body.provisioner === undefined) return [];
  const inner = self === undefined ? env : bind(env, "self", self);
  const comment = block.body["//"];
  const connection: Json | undefined = block.body.connection;
  const found = blocks(block.body.provisioner, 1, `${address}.provisioner`, block.file);
  return found.map(({ labels: [type = ""], body }, index) => {
    const several = found.length > 1 ? `[${index}]` : "";
    const whole = { ...(connection === undefined ? {} : { connection }), ...body, ...(comment === undefined ? {} : { "//": comment }) };
    return subject({ kind: "provisioner", address: `${address}.provisioner.${type}${several}`, type, body: whole, env: inner, source });
  });
}
