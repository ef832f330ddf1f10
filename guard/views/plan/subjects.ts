import type { Reading, Subject } from "../../infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { joined, withoutKeys } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { field, isObject, type JsonObject, list, text } from "./document.ts";
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
  /** Which construct made a resource; absent: nobody knows. */
  readonly constructPathOf?: (address: string) => string | undefined;
}

/** @param provider the block that it runs under; by default the one that its own block names */
export function resourceSubject(resource: Resource, surroundings: Surroundings, provider?: Subject): Subject {
  return new PlannedSubject(resource, surroundings, provider);
}

/** A class, because there may be a hundred thousand of them: nothing is made for one before somebody asks. */
class PlannedSubject implements Subject, Explain {
  readonly kind: Resource["kind"];
  readonly address: string;
  readonly type: string;
  readonly providerSource?: string;
  readonly providerHost?: string;
  readonly provider?: Subject;
  readonly leaves?: "destroyed" | "forgotten";
  readonly #resource: Resource;
  readonly #surroundings: Surroundings;
  readonly #block: JsonObject | undefined;

  constructor(resource: Resource, surroundings: Surroundings, provider: Subject | undefined) {
    const { kind, address, type, name, leaves } = resource;
    this.kind = kind;
    this.address = address;
    this.type = type;
    const { providerSource, providerHost } = sourceFields(resource.provider);
    if (providerSource !== undefined) this.providerSource = providerSource;
    if (providerHost !== undefined) this.providerHost = providerHost;
    if (leaves !== undefined) this.leaves = leaves;
    this.#resource = resource;
    this.#surroundings = surroundings;
    const module = surroundings.configuration.modules.get(withoutKeys(resource.module));
    this.#block = module?.resources.get(kind === "data" ? `data.${type}.${name}` : `${type}.${name}`);
    const key = text(this.#block, "provider_config_key");
    const under = provider ?? (key === undefined ? undefined : surroundings.providers.get(key));
    if (under !== undefined) this.provider = under;
  }

  get constructPath(): string | undefined {
    return this.#surroundings.constructPathOf?.(this.address);
  }

  /** Readings are made anew, which is cheaper than to keep them all: few paths are read twice. */
  read(path: string): readonly Reading[] {
    return readLayers(this.#resource, path, this.address, this);
  }

  references(path: string): readonly string[] {
    const targets = targetsOf(this.#surroundings.configuration, this.#resource.module, this.#block, expressionAt(this.#expressions, path));
    return targets.flatMap((target) => addressesOf(this.#surroundings, target));
  }

  written(path: string): boolean {
    return this.#resource.answered !== true && expressionAt(this.#expressions, path) !== undefined;
  }

  unknown(path: string): { readonly cause: string; readonly refs: readonly string[] } {
    const names = list(expressionAt(this.#expressions, path), "references").filter((one) => typeof one === "string");
    const from = names.length === 0 ? "" : ` (from ${names.slice(0, 3).join(", ")})`;
    return { cause: `it is known after apply only${from}`, refs: this.references(path) };
  }

  unwritten(attribute: string): boolean {
    if (this.#block === undefined) return false;
    // A block that sets nothing has no expressions at all.
    const expressions = this.#expressions ?? {};
    return isObject(expressions) && !Object.hasOwn(expressions, attribute);
  }

  madeUp(text: string): boolean {
    const { mark } = this.#surroundings;
    return mark !== undefined && text.includes(mark);
  }

  get #expressions(): Json | undefined {
    return field(this.#block, "expressions");
  }
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
