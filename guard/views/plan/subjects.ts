import type { Reading, Subject } from "../../infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { joined, withoutKeys } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { field, isObject, list, text } from "./document.ts";
import { type Explain, readLayers } from "./layers.ts";
import { sourceFields } from "./providers.ts";
import { expressionAt, targetsOf } from "./references.ts";

/** A resource or data source of a plan or a state. */
export interface Resource {
  readonly kind: "resource" | "data";
  readonly address: string;
  /** Address of the module instance; empty for the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly provider: string | undefined;
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
  readonly leaves?: "destroyed" | "forgotten";
  /** The provider has read it: what it says is no longer what was written. */
  readonly answered?: true;
}

/** What the subjects of one document share. */
export interface Surroundings {
  readonly configuration: Configuration;
  readonly providers: ReadonlyMap<string, Subject>;
  /** Instances of a resource by address without keys. */
  readonly instances: ReadonlyMap<string, readonly string[]>;
  /** The plan was rehearsed: texts that begin so are made up. */
  readonly mark?: string;
}

export function resourceSubject(resource: Resource, surroundings: Surroundings): Subject {
  const { kind, address, module, type, name, value, unknown, sensitive, leaves } = resource;
  const { configuration, providers, mark } = surroundings;
  const block = configuration.modules.get(withoutKeys(module))?.resources.get(kind === "data" ? `data.${type}.${name}` : `${type}.${name}`);
  const key = text(block, "provider_config_key");
  const provider = key === undefined ? undefined : providers.get(key);
  const readings = new Map<string, readonly Reading[]>();
  const referencesAt = (path: string): readonly string[] =>
    targetsOf(configuration, module, block, expressionAt(field(block, "expressions"), path)).flatMap((target) =>
      addressesOf(surroundings, target),
    );
  const expressions = field(block, "expressions");
  const explain: Explain = {
    unknown(path) {
      const names = list(expressionAt(expressions, path), "references").filter((one) => typeof one === "string");
      const from = names.length === 0 ? "" : ` (from ${names.slice(0, 3).join(", ")})`;
      return { cause: `it is known after apply only${from}`, refs: referencesAt(path) };
    },
    unwritten: (attribute) => isObject(expressions) && !Object.hasOwn(expressions, attribute),
    ...(mark !== undefined && { madeUp: (text: string) => text.includes(mark) }),
  };
  return {
    kind,
    address,
    type,
    ...sourceFields(resource.provider),
    ...(provider !== undefined && { provider }),
    ...(leaves !== undefined && { leaves }),
    references: referencesAt,
    written: (path) => resource.answered !== true && expressionAt(expressions, path) !== undefined,
    read(path) {
      let found = readings.get(path);
      if (found === undefined) {
        found = readLayers({ value, unknown, sensitive }, path, address, explain);
        readings.set(path, found);
      }
      return found;
    },
  };
}

/** Instances that a reference may mean: those in the same module instance where there are any, else all. */
function addressesOf({ instances }: Surroundings, { module, name }: { readonly module: string; readonly name: string }): readonly string[] {
  const all = instances.get(joined(withoutKeys(module), name)) ?? [];
  const near = all.filter((address) => address.startsWith(joined(module, name)));
  return near.length > 0 ? near : all;
}

/** Commands that a resource's block runs, or an engine's action. */
export function provisionerSubjects(address: string, block: Json | undefined): readonly Subject[] {
  const provisioners = list(block, "provisioners");
  return provisioners.map((one, index) => {
    const type = text(one, "type") ?? "?";
    return {
      kind: "provisioner",
      address: `${address}.provisioner.${type}${provisioners.length > 1 ? `[${index}]` : ""}`,
      type,
      read: () => [],
    };
  });
}
