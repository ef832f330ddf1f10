import type { Drift } from "./options.ts";
import type { StateResource } from "./state-file.ts";
import type { World } from "./world/world.ts";

/** Attributes that every cloud lets people change by hand. */
const EVERYDAY = ["description", "name", "comment", "display_name"];

/** Changes the world behind the engine's back. Gives one line for each change; none when nothing could be changed. */
export function driftOn(world: World, resources: readonly StateResource[], asked: readonly Drift[] | undefined): readonly string[] {
  return asked === undefined ? everyday(world, resources) : asked.map((drift) => one(world, resources, drift));
}

function one(world: World, resources: readonly StateResource[], drift: Drift): string {
  const found = resources.find((r) => {
    const now = r.key === null ? undefined : world.get(r.key)?.attributes;
    if (now === undefined || (drift.type !== undefined && drift.type !== r.type)) return false;
    return Object.entries(drift.where ?? {}).every(([name, value]) => JSON.stringify(now[name]) === JSON.stringify(value));
  });
  if (found?.key === undefined || found.key === null) {
    return `nothing drifted: no ${drift.type ?? "resource"}${drift.where === undefined ? "" : ` with ${JSON.stringify(drift.where)}`} was there`;
  }
  if (drift.attributes === null) {
    world.remove(found.key);
    return `${found.address} was deleted by hand`;
  }
  world.drift(found.key, drift.attributes);
  return `${found.address} was changed by hand: ${Object.keys(drift.attributes).join(", ")}`;
}

function everyday(world: World, resources: readonly StateResource[]): readonly string[] {
  for (const r of resources) {
    const resource = r.key === null ? undefined : world.get(r.key);
    const name = EVERYDAY.find((n) => typeof resource?.attributes[n] === "string" && resource.attributes[n] !== "");
    if (r.key === null || resource === undefined || name === undefined) continue;
    world.drift(r.key, { [name]: `${String(resource.attributes[name])}-drifted` });
    return [`${r.address} was changed by hand: ${name}`];
  }
  return [];
}
