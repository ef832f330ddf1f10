import type { Reading, Subject, Watch } from "../../subject/infrastructure.ts";
import { pointsByName } from "../../subject/points-by-name.ts";
import type { Json } from "../../values/json.ts";
import { isMadeOf, textsOf } from "../made-of.ts";
import type { Piece } from "../shown/piece.ts";
import { joined, withoutKeys } from "./address.ts";
import { nameOf } from "./blocks.ts";
import { isChosen } from "./chosen.ts";
import type { Configuration } from "./configuration.ts";
import { entries, field, list } from "./document.ts";
import type { KeyedProviders } from "./keyed-providers.ts";
import { type Explain, type Layers, readLayers } from "./layers.ts";
import { sourceFields } from "./providers.ts";
import { areIds, expressionAt, isExpression, type Target, targetsOf } from "./references.ts";
import type { Resource } from "./resource.ts";
import { silentIn } from "./silent-in-code.ts";
import { neverWritten } from "./unwritten.ts";

/** What the subjects of one document share. */
export interface Surroundings {
  readonly configuration: Configuration;
  readonly providers: ReadonlyMap<string, Subject>;
  /** Instances of a resource by address without keys, those that leave left out. */
  instancesOf(plain: string): readonly string[];
  /** Whoever is at an address and stays; absent: nobody refers to anybody. */
  find?(address: string): Planned | undefined;
  /** Everything is destroyed: what is looked up is used by nobody. */
  readonly ends?: true;
  /** A resource as its code has it, every instance that it can be; absent: nobody brought the code. */
  readonly writtenAt?: (address: string) => readonly Subject[];
  /** Provider blocks that are made once for each of something; absent: nobody brought the code. */
  readonly keyed?: KeyedProviders;
  /** The plan was rehearsed: texts that begin so are made up. */
  readonly mark?: string;
  /** Which construct made a resource; absent: nobody knows. */
  readonly constructPathOf?: (address: string) => string | undefined;
  /** Resources of other stacks that an attribute points at, through their states; absent: nobody knows the program. */
  readonly elsewhereOf?: (address: string, path: string) => readonly string[];
}

/** A subject, and what stands around it. */
export interface Planned extends Subject {
  readonly block: Piece | undefined;
  /** Set when something that exists is taken over. */
  readonly importing?: Json | undefined;
  /** What it takes the place of, and which goes on existing. */
  readonly replaced?: Planned;
  /** Whether a text can have been made of what the provider says of one of its attributes; without one, of any that its author did not write. */
  says(text: string, attribute?: string): boolean;
}

/** @param provider the block that it runs under; by default the one that its own block names */
export function resourceSubject(resource: Resource, surroundings: Surroundings, provider?: Subject): Planned {
  return new PlannedSubject(resource, surroundings, provider);
}

/** A class, because there may be a hundred thousand of them: nothing is made for one before somebody asks. */
class PlannedSubject implements Planned, Explain {
  readonly kind: Resource["kind"];
  readonly type: string;
  readonly providerSource?: string;
  readonly providerHost?: string;
  readonly provider?: Subject;
  readonly leaves?: "destroyed" | "forgotten";
  readonly #resource: Resource;
  readonly #surroundings: Surroundings;
  readonly block: Piece | undefined;
  readonly importing?: Json | undefined;
  readonly replaced?: Planned;
  #written: Json | undefined;
  #watch: Watch | undefined;

  constructor(resource: Resource, surroundings: Surroundings, provider: Subject | undefined) {
    const { kind, mode, type, name } = resource;
    const leaves = kind === "data" && surroundings.ends === true ? "destroyed" : resource.leaves;
    this.kind = kind;
    this.type = type;
    const { providerSource, providerHost } = sourceFields(resource.provider);
    if (providerSource !== undefined) this.providerSource = providerSource;
    if (providerHost !== undefined) this.providerHost = providerHost;
    if (leaves !== undefined) this.leaves = leaves;
    if (resource.importing !== undefined) this.importing = resource.importing;
    if (resource.replaced !== undefined) this.replaced = resourceSubject(resource.replaced, surroundings, provider);
    this.#resource = resource;
    this.#surroundings = surroundings;
    const module = surroundings.configuration.modules.get(withoutKeys(resource.module));
    this.block = module?.resources.of(mode, type, name);
    const key = this.block?.text("provider_config_key");
    const under = provider ?? (key === undefined ? undefined : blockOf(surroundings, key));
    if (under !== undefined) this.provider = instanceOf(surroundings, under, resource.address) ?? under;
  }

  get address(): string {
    this.#watch?.itself();
    return this.#resource.address;
  }

  get constructPath(): string | undefined {
    this.#watch?.itself();
    return this.#surroundings.constructPathOf?.(this.#resource.address);
  }

  watched(watch: Watch | undefined): void {
    this.#watch = watch;
  }

  alike(attributes: readonly string[], inModule: boolean): string | undefined {
    const said = this.#resource.alike?.(attributes);
    if (said === undefined) return undefined;
    const written = this.block === undefined ? "" : `${this.block.alike(["expressions"], attributes)}\n${this.block.alike([], REPEATED)}`;
    if (!inModule) return `${said}\n${written}`;
    const { module, type, name, address } = this.#resource;
    // Whoever refers to itself refers to nobody else, and whoever refers by a key to what has that key.
    return `${said}\n${written}\n${module}\n${written.includes(`${type}.${name}`) || BY_KEY.test(written) ? address : ""}`;
  }

  /** `["a"]`, `[0]`, as its address ends; empty where it is the only one. */
  get #key(): string {
    const { module, mode, type, name, address } = this.#resource;
    return address.slice(joined(module, nameOf(mode, type, name)).length);
  }

  /** Readings are made anew, which is cheaper than to keep them all: few paths are read twice. */
  read(path: string): readonly Reading[] {
    const root = rootOf(path);
    this.#watch?.attribute(root);
    if (this.#resource.unread === true && root !== path && !this.#isAttribute(root)) return [hidden(path, this.#resource.address)];
    const about = this.#resource.about(root);
    const planned = readLayers(about, path, this.#resource.address, this);
    return this.#surroundings.writtenAt === undefined || planned.length === 0 || !planned.every(isUnknown)
      ? planned
      : (this.#silentInCode(path, planned, about.was) ?? planned);
  }

  /** What stands at a path that nobody writes, as the code certainly shows and a plan does not. Undefined: it may be written. */
  #silentInCode(path: string, planned: readonly Reading[], was: Layers | undefined): readonly Reading[] | undefined {
    this.#watch?.itself();
    if (expressionAt(this.#expressions, path) !== undefined) return undefined;
    const silence = silentIn(this.#surroundings.writtenAt?.(this.#resource.address) ?? [], path, planned);
    const before = was === undefined || silence === undefined ? undefined : field(was.value, rootOf(path));
    return was === undefined || before === undefined || before === null ? silence : readLayers(was, path, this.#resource.address, this);
  }

  /** Whether it certainly is no block, which a dynamic one may write as well. The engine's own data source has none. */
  #isAttribute(root: string): boolean {
    return isExpression(field(this.#expressions, root)) || this.#resource.type === "terraform_remote_state";
  }

  references(path: string): readonly string[] {
    return this.#referred(
      path,
      this.read(path).flatMap(({ value }) => (value.kind === "known" ? textsOf(value.value) : [])),
    );
  }

  /** Whom an expression refers to, as far as they can have said what is known of it by now. */
  #referred(path: string, known: readonly string[]): readonly string[] {
    this.#watch?.attribute(rootOf(path));
    this.#watch?.refers();
    const { configuration } = this.#surroundings;
    const targets = targetsOf(
      configuration,
      this.#resource.module,
      this.block?.part("for_each_expression"),
      expressionAt(this.#expressions, path),
    ).map((target) => ({ target, addresses: addressesOf(this.#surroundings, target, this.#key) }));
    const say = (address: string, attribute?: string) => {
      const one = known.length === 0 ? undefined : this.#surroundings.find?.(address);
      return one === undefined || known.every((text) => one.says(text, attribute));
    };
    if (targets.length > 0 && targets.every(({ target }) => target.name.startsWith(REMOTE_STATE))) {
      this.#watch?.itself();
      const elsewhere = this.#surroundings.elsewhereOf?.(this.#resource.address, path) ?? [];
      if (elsewhere.length > 0) return targets.every(({ addresses }) => addresses.every((address) => say(address))) ? elsewhere : [];
    }
    // What is known is held against what they say; of what is not, only the one word is taken that names nobody twice.
    if (known.length === 0 && targets.some(({ target }) => target.weighed)) return [];
    return targets
      .filter(({ target }) => pointsByName(path) || !isChosen(configuration, target))
      .flatMap(({ target, addresses }) => addresses.filter((address) => say(address, target.attribute)));
  }

  says(text: string, attribute?: string): boolean {
    if (attribute !== undefined) return isMadeOf(text, field(this.#resource.about(attribute).value, attribute));
    const written = new Set(entries(this.#expressions).map(([name]) => name));
    return entries(this.#resource.whole()).some(([name, value]) => !written.has(name) && isMadeOf(text, value));
  }

  written(path: string): boolean {
    this.#watch?.attribute(rootOf(path));
    return this.#resource.answered !== true && expressionAt(this.#expressions, path) !== undefined;
  }

  unknown(path: string): { readonly cause: string; readonly refs: readonly string[]; readonly isId?: true } {
    const expression = expressionAt(this.#expressions, path);
    const names = list(expression, "references").filter((one) => typeof one === "string");
    const from = names.length > 0 ? ` (from ${names.slice(0, 3).join(", ")})` : expression === undefined ? this.#unlessWritten : "";
    const refs = this.#referred(path, []);
    return { cause: `it is known after apply only${from}`, refs, ...(areIds(expression, this.#isNested(path)) && { isId: true as const }) };
  }

  /** What a plan cannot show of what nobody seems to write. */
  get #unlessWritten(): string {
    return this.block === undefined || this.#surroundings.writtenAt !== undefined
      ? ""
      : ", and a plan does not show whether a dynamic block writes it: the code does (terroir check --code DIR)";
  }

  /** Whether it is a member of an attribute, and stands in no block. */
  #isNested(path: string): boolean {
    const end = path.lastIndexOf(".");
    return end > 0 && isExpression(expressionAt(this.#expressions, path.slice(0, end)));
  }

  unwritten(path: string, mayBeBlocks = false): boolean {
    if (this.block === undefined) return false;
    // A block that sets nothing has no expressions at all.
    return neverWritten(this.#expressions ?? {}, path, this.#resource.about(rootOf(path)).value, mayBeBlocks);
  }

  madeUp(text: string): boolean {
    const { mark } = this.#surroundings;
    return mark !== undefined && text.includes(mark);
  }

  get #expressions(): Json | undefined {
    this.#written ??= this.block?.part("expressions") ?? null;
    return this.#written;
  }
}

/** A block that is made once for each of something has a key for each. */
const blockOf = ({ providers }: Surroundings, key: string): Subject | undefined => providers.get(key) ?? providers.get(withoutKeys(key));

/** The one of a block's instances under which the code has something. */
const instanceOf = ({ keyed, writtenAt }: Surroundings, block: Subject, address: string): Subject | undefined =>
  keyed === undefined || writtenAt === undefined || keyed.instances(block).length === 0 ? undefined : keyed.of(block, writtenAt(address));

const isUnknown = ({ value }: Reading): boolean => value.kind === "unknown";

const hidden = (path: string, address: string): Reading => ({
  path,
  value: {
    kind: "unknown",
    cause: "the plan did not read it, and does not show what dynamic blocks write",
    refs: [],
    chain: [{ at: `${address}.${path}` }],
  },
});

const REMOTE_STATE = "data.terraform_remote_state.";
const BY_KEY = /each\.|count\.index/;

/** Attributes of a block that say how often it is made. */
const REPEATED = ["count_expression", "for_each_expression"];

/** `nodes[].region` → `nodes`. */
function rootOf(path: string): string {
  const end = path.search(/[.[]/);
  return end < 0 ? path : path.slice(0, end);
}

/** Instances that a reference may mean: those in the same module instance where there are any, else all. @param key of whoever refers to them */
function addressesOf(surroundings: Surroundings, { module, name, sameKey }: Target, key: string): readonly string[] {
  const all = surroundings.instancesOf(joined(withoutKeys(module), name));
  const near = all.filter((address) => address.startsWith(joined(module, name)));
  const meant = near.length > 0 ? near : all;
  const same = sameKey === true && key !== "" ? meant.filter((address) => address.endsWith(`${name}${key}`)) : [];
  return same.length > 0 ? same : meant;
}
