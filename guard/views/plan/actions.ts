import type { Subject } from "../../subject/infrastructure.ts";
import type { Shown } from "../shown/document.ts";
import { field, isList, text } from "./document.ts";
import { readLayers } from "./layers.ts";
import { sourceFields } from "./providers.ts";

const explain = { unknown: () => ({ cause: "it is known after apply only", refs: [] }), unwritten: () => false };

/** Actions that newer engines run beside changes: a program of the provider's, with effects that no attribute shows. */
export function actions({ member }: Shown): readonly Subject[] {
  const invoked = ["action_invocations", "deferred_action_invocations"].flatMap((name) => {
    const found = member(name);
    return isList(found) ? found.map((one) => field(one, "action_invocation") ?? one) : [];
  });
  return invoked.map((one, index) => {
    const address = text(one, "address") ?? `action_invocations[${index}]`;
    const layers = { value: field(one, "config_values"), unknown: field(one, "config_unknown"), sensitive: field(one, "config_sensitive") };
    return {
      kind: "provisioner",
      address,
      type: text(one, "type") ?? "action",
      ...sourceFields(text(one, "provider_name")),
      read: (path) => readLayers(layers, path, address, explain),
    };
  });
}
