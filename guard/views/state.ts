/** The state view: reads what `show -json` says of a state, so that what exists can be judged like what is planned. */
import { InputError } from "../errors.ts";
import type { Infrastructure, Subject } from "../infrastructure.ts";
import type { Json } from "../values/json.ts";
import { readConfiguration } from "./plan/configuration.ts";
import { field, text } from "./plan/document.ts";
import { gather } from "./plan/gather.ts";
import { sourceFields } from "./plan/providers.ts";
import { type Resource, resourceSubject } from "./plan/subjects.ts";
import { readValues } from "./plan/values.ts";

/**
 * Reads a state in JSON, format 1. A state carries neither backend nor provider blocks nor references.
 *
 * @throws InputError when it is no state
 */
export function readState(json: Json, origin: string): Infrastructure {
  const again = "Make it with: tofu show -json > state.json (or terraform show -json).";
  const version = text(json, "format_version");
  if (field(json, "lineage") !== undefined || field(json, "serial") !== undefined)
    throw new InputError(`${origin} is the engine's own state file, which only the engine reads. ${again}`);
  if (version === undefined) throw new InputError(`${origin} is no state: it has no format_version. ${again}`);
  if (!/^1\.\d+$/.test(version))
    throw new InputError(`${origin} has state format ${version.slice(0, 20)}; formats 1.x are understood. ${again}`);
  const resources = readValues(field(json, "values"), origin);
  // Without a configuration nothing refers to anything.
  const surroundings = { configuration: readConfiguration(undefined, origin), providers: new Map(), instances: new Map() };
  const blocks = new Map<string, Subject>();
  const subjects = resources.map((resource) => resourceSubject(resource, surroundings, blockOf(resource, blocks)));
  return gather(
    "state",
    origin,
    subjects,
    ["the backend", "provider blocks and the endpoints that they call", "provisioners"].map(
      (what) => `${what}, which a state does not carry: check the folder or a plan`,
    ),
  );
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
    ...(providerSource !== undefined && { providerSource }),
    read: () => [],
  };
  blocks.set(key, block);
  return block;
}
