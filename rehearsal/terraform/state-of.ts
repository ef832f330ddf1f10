import { fromPlainObject } from "../world/plain.ts";
import type { WorldResource } from "../world/world-file.ts";
import { complete } from "./fill.ts";
import { resourceSchema, type Simulation, seedOf } from "./simulation.ts";
import type { ObjectValue } from "./value.ts";
import { shapeOf } from "./walk.ts";

/** A thing in the world as the engine wants it: every attribute of the schema and no other, whatever somebody wrote into the file. */
export function stateOf(s: Simulation, resource: WorldResource): ObjectValue {
  return complete(shapeOf(resourceSchema(s, resource.type).block), fromPlainObject(resource.attributes), seedOf(s, "state"), false);
}
