import { inflected, spelled } from "../../../clouds/contract/pulumi-spelling.ts";
import type { Reading, Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { field, isList, isObject } from "../plan/document.ts";
import { type Explain, type Layers, readLayers } from "../plan/layers.ts";
import { layersOf } from "./layers.ts";
import type { Meaning } from "./tokens.ts";

/** A resource of a Pulumi program, as an engine, a transform or a policy pack has it. */
export interface PulumiResource {
  readonly urn: string;
  /** `ovh:CloudProject/kube:Kube`. */
  readonly token: string;
  readonly inputs: Json;
  /** What the provider says; absent: it has not been asked. */
  readonly outputs?: Json | undefined;
  readonly id?: string | undefined;
  /** Top-level property → the resources that its value was made of. */
  readonly dependencies?: ((property: string) => readonly string[]) | undefined;
  /** Names of the components around it and its own, outermost first. */
  readonly path?: readonly string[] | undefined;
  readonly leaves?: "destroyed" | "forgotten" | undefined;
  /** It is a call of a function: a data source. */
  readonly isFunction?: true;
  /** It exists and is only read. */
  readonly isRead?: boolean | undefined;
}

/** A class, because there may be a hundred thousand of them: nothing is made for one before somebody asks. */
export class PulumiSubject implements Subject, Explain {
  readonly kind: "resource" | "data";
  readonly address: string;
  readonly type: string;
  readonly providerSource?: string;
  readonly providerHost?: string;
  readonly provider?: Subject;
  readonly leaves?: "destroyed" | "forgotten";
  readonly constructPath: string | undefined;
  readonly #resource: PulumiResource;
  readonly #meaning: Meaning;
  #inputs: Layers | undefined;
  #outputs: Layers | undefined;

  constructor(resource: PulumiResource, meaning: Meaning, provider: Subject | undefined, host?: string) {
    this.kind = resource.isFunction === true ? "data" : "resource";
    this.address = resource.urn;
    this.type = meaning.type;
    if (meaning.source !== undefined) this.providerSource = meaning.source;
    if (host !== undefined) this.providerHost = host;
    if (provider !== undefined) this.provider = provider;
    if (resource.leaves !== undefined) this.leaves = resource.leaves;
    this.constructPath = resource.path?.join("/");
    this.#resource = resource;
    this.#meaning = meaning;
  }

  read(path: string): readonly Reading[] {
    if (path === "id") return this.#id();
    const written = this.#among(this.#layers(), path);
    const said = this.#among(this.#said(), path);
    const answer = said.filter(isKnown);
    if (written.every(isAbsent)) return answer.length > 0 ? answer : written;
    // What the provider says otherwise than what is written counts as well: it is where the thing is.
    const texts = new Set(written.map(textOf));
    return [...written, ...answer.filter((reading) => !texts.has(textOf(reading)))];
  }

  references(path: string): readonly string[] {
    const { dependencies } = this.#resource;
    if (dependencies === undefined) return [];
    const [attribute = ""] = path.split(/[.[]/);
    const names = new Set([...this.#ways(attribute), attribute]);
    return [...names].flatMap(dependencies);
  }

  written(path: string): boolean {
    // The id is never the program's word.
    if (path === "id") return false;
    return this.#resource.outputs === undefined || !this.#among(this.#said(), path).some(isKnown);
  }

  unknown(path: string): { readonly cause: string; readonly refs: readonly string[] } {
    // Asked with the program's own name.
    const refs = this.#resource.dependencies?.(path.split(/[.[]/)[0] ?? "") ?? [];
    return { cause: `it is known after the update only${refs.length === 0 ? "" : ` (from ${refs.slice(0, 3).join(", ")})`}`, refs };
  }

  unwritten(): boolean {
    return false;
  }

  #layers(): Layers {
    this.#inputs ??= layersOf(this.#resource.inputs);
    return this.#inputs;
  }

  #said(): Layers {
    this.#outputs ??= layersOf(this.#resource.outputs ?? null);
    return this.#outputs;
  }

  #id(): readonly Reading[] {
    const { id, urn } = this.#resource;
    const chain = [{ at: `${urn}.id`, ...(id !== undefined && { text: id }) }];
    return [{ path: "id", value: id === undefined || id === "" ? { kind: "absent", chain } : { kind: "known", value: id, chain } }];
  }

  /** Whatever stands where the attribute may stand: in the package's spelling, and in every other that its program would understand. */
  #among(layers: Layers, path: string): readonly Reading[] {
    const own = this.#ways(path);
    const others = [path, spelled(path, {})].filter((one) => !own.includes(one));
    const found = [...own, ...others].flatMap((one) =>
      readLayers(layers, one, this.address, this).map((reading) => inTerraform(reading, path)),
    );
    const present = found.filter((reading) => !isAbsent(reading));
    return present.length > 0 ? present : found.slice(0, 1);
  }

  #ways(path: string): readonly string[] {
    const { spelling } = this.#meaning;
    return spelling === undefined ? variants(path) : [spelled(path, spelling)];
  }
}

/** The rules ask in Terraform's words, and are answered in them; the chain says what the program wrote. */
function inTerraform(reading: Reading, asked: string): Reading {
  const names = asked.split(".").map((part) => part.replace("[]", ""));
  const path = reading.path
    .split(".")
    .map((part, at) => `${names[at] ?? part}${/\[[^\]]*\]$/.exec(part)?.[0] ?? ""}`)
    .join(".");
  return { ...reading, path };
}

const isAbsent = ({ value }: Reading): boolean => value.kind === "absent";
const isKnown = ({ value }: Reading): boolean => value.kind === "known" && value.value !== null;
const textOf = ({ value }: Reading): string => (value.kind === "known" ? JSON.stringify(value.value) : value.kind);

/** Most ways in which a path without a table is looked for: three parts, each singular or in one of the plurals. */
const MOST_WAYS = 216;
const ways = new Map<string, readonly string[]>();

function variants(path: string): readonly string[] {
  let found = ways.get(path);
  if (found === undefined) {
    found = path.split(".").reduce<readonly string[]>(
      (heads, part) => {
        const name = part.replace("[]", "");
        const forms = inflected(name).map((form) => `${form}${part.slice(name.length)}`);
        return heads.flatMap((head) => forms.map((form) => (head === "" ? form : `${head}.${form}`))).slice(0, MOST_WAYS);
      },
      [""],
    );
    ways.set(path, found);
  }
  return found;
}

/** A provider resource: what its program was told. Everything but texts was written as JSON. */
export function providerSubject(
  urn: string,
  name: string,
  source: string | undefined,
  inputs: Json,
  spelling: Meaning["spelling"],
): Subject {
  const layers = layersOf(unpacked(inputs));
  const explain: Explain = {
    unknown: () => ({ cause: "it is known after the update only", refs: [] }),
    unwritten: () => false,
  };
  const readings = new Map<string, readonly Reading[]>();
  return {
    kind: "provider",
    address: urn,
    type: name,
    ...(source !== undefined && { providerSource: source }),
    read(path) {
      let found = readings.get(path);
      if (found === undefined) {
        const paths = [...new Set(spelling === undefined ? [...variants(path), path] : [spelled(path, spelling), path])];
        const all = paths.flatMap((one) => readLayers(layers, one, urn, explain).map((reading) => inTerraform(reading, path)));
        const present = all.filter((reading) => !isAbsent(reading));
        found = present.length > 0 ? present : all.slice(0, 1);
        readings.set(path, found);
      }
      return found;
    },
  };
}

function unpacked(inputs: Json): Json {
  if (!isObject(inputs)) return inputs;
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [key, typeof value === "string" && /^\s*[[{]/.test(value) ? structured(value) : value]),
  );
}

function structured(text: string): Json {
  try {
    const json = JSON.parse(text) as Json;
    return isObject(json) || isList(json) ? json : text;
  } catch {
    return text;
  }
}

/** A provider whose configuration is not at hand: nobody knows what it was told. */
export function unseenProvider(address: string, name: string, source: string | undefined, cause: string): Subject {
  return {
    kind: "provider",
    address,
    type: name,
    ...(source !== undefined && { providerSource: source }),
    read: (path) => [{ path, value: { kind: "unknown", cause, refs: [], chain: [{ at: `${address}.${path}` }] } }],
  };
}

/** The host from which a package's program is fetched, where it is not the package's own place. */
export function strangeHost(inputs: Json, official: string | undefined): string | undefined {
  const internal = field(inputs, "__internal");
  const url = [field(internal, "pluginDownloadURL"), field(inputs, "pluginDownloadURL")].find(
    (one) => typeof one === "string" && one !== "",
  );
  return typeof url !== "string" || url === official ? undefined : url;
}
