/** The state view: reads what `show -json` says of a state, so that what exists can be judged like what is planned. */
import { InputError } from "../errors.ts";
import type { Infrastructure, Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { instancesIn } from "./in-code.ts";
import { noConfiguration } from "./plan/configuration.ts";
import { isObject } from "./plan/document.ts";
import { Lookup } from "./plan/lookup.ts";
import { sourceFields } from "./plan/providers.ts";
import type { Resource } from "./plan/resource.ts";
import { resourceSubject } from "./plan/subjects.ts";
import { readValues } from "./plan/values.ts";
import { type Shown, shownTree } from "./shown/document.ts";

/**
 * Reads a state in JSON, format 1. A state carries neither backend nor provider blocks nor references.
 *
 * @throws InputError when it is no state
 */
export function readState(json: Json, origin: string): Infrastructure {
  return stateOf(shownTree(isObject(json) ? json : {}), origin);
}

export interface StateOptions {
  /**
   * The code that it is the state of: a state does not carry the provider blocks that its resources run under.
   * @default nothing can be read of them
   */
  readonly code?: Infrastructure;
}

/** Reads a state of any size. */
export function stateOf({ names, member, pieces }: Shown, origin: string, { code }: StateOptions = {}): Infrastructure {
  const again = "Make it with: tofu show -json > state.json (or terraform show -json).";
  const version = member("format_version");
  if (names.includes("lineage") || names.includes("serial"))
    throw new InputError(`${origin} is the engine's own state file, which only the engine reads. ${again}`);
  if (typeof version !== "string") throw new InputError(`${origin} is no state: it has no format_version. ${again}`);
  if (!/^1\.\d+$/.test(version))
    throw new InputError(`${origin} has state format ${version.slice(0, 20)}; formats 1.x are understood. ${again}`);
  // A state with nothing in it has no values; one in which something else has taken their place is damaged.
  const strange = names.find((name) => !KNOWN.has(name));
  if (strange !== undefined && !names.includes("values"))
    throw new InputError(`${origin} is no state: it has no values, but ${JSON.stringify(strange.slice(0, 80))}. ${again}`);
  const resources = readValues({ names, member, pieces }, member("values"), origin, true);
  // Without a configuration nothing refers to anything.
  const surroundings = { configuration: noConfiguration, providers: new Map(), instancesOf: () => [] };
  const blocks = new Map<string, Subject>();
  const inCode = code === undefined ? undefined : instancesIn(code);
  const lookup = new Lookup({
    length: resources.length,
    parts: [resources.length],
    headAt: (index) => resources.headAt(index),
    subjectAt(index) {
      const resource = resources.at(index);
      const written = inCode?.(resource.address) ?? [];
      return isUnderOne(resource, written)
        ? resourceSubject(resource, surroundings, written[0]?.provider)
        : resourceSubject(resource, surroundings, blockOf(resource, blocks));
    },
  });
  return {
    view: "state",
    origin,
    subjects: { [Symbol.iterator]: () => lookup.subjects()[Symbol.iterator]() },
    find: (address) => lookup.find(address),
    instances: (address) => lookup.instances(address),
    ofType: (type) => lookup.ofType(type),
    withId: (id) => lookup.withId(id),
    unseen: ["the backend", "provider blocks and the endpoints that they call", "provisioners"].map(
      (what) => `${what}, which a state does not carry: check the folder or a plan`,
    ),
  };
}

const KNOWN: ReadonlySet<string> = new Set(["format_version", "terraform_version", "values", "checks"]);

/** Whether the code has it, and every instance that it can be under one configuration of its own provider. */
function isUnderOne({ provider }: Resource, [first, ...others]: readonly Subject[]): boolean {
  const { providerSource, providerHost } = sourceFields(provider);
  const isSame = (one: Subject): boolean =>
    one.providerSource === providerSource && one.providerHost === providerHost && one.provider === first?.provider;
  return first !== undefined && providerSource !== undefined && [first, ...others].every(isSame);
}

/** It ran under some block, which the state does not carry: nothing can be read of it. One stands for those of all resources of a type. */
function blockOf({ provider, type }: Resource, blocks: Map<string, Subject>): Subject {
  const key = `${type}\n${provider ?? ""}`;
  const known = blocks.get(key);
  if (known !== undefined) return known;
  const { providerSource } = sourceFields(provider);
  const block: Subject = {
    kind: "provider",
    address: `provider of ${type}`,
    type,
    hidden: true,
    ...(providerSource !== undefined && { providerSource }),
    read: () => [],
  };
  blocks.set(key, block);
  return block;
}
