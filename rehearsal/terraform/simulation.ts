import type { AnswerContext, RehearsalOverlay, ResourceBehaviour, SimulatedObject } from "../../clouds/contract/rehearsal.ts";
import type { LoadedSchema, Schema } from "../../clouds/schema/index.ts";
import type { Faults } from "../faults.ts";
import type { World } from "../world/world.ts";
import { Seed } from "./invent.ts";
import type { ObjectValue } from "./value.ts";

/** One provider, simulated: its schema, what is known beyond it, and the world that it acts on. */
export interface Simulation {
  /** Source address, `ovh/ovh`; with its host where that is none of the two public registries. */
  readonly source: string;
  readonly schema: LoadedSchema;
  readonly overlay: RehearsalOverlay;
  readonly world: World;
  readonly faults: Faults;
  /** Planned values of the addresses that a fault names, as the plan gave them. */
  readonly planned: ReadonlyMap<string, PlannedAddress>;
  /** What to do with the import of something that is not in the world: fail as the cloud would, or invent it. */
  readonly imports: "strict" | "invent";
  /**
   * Plausible answers fit what a cloud would say; marked ones say of themselves that nobody knows them yet, so that a plan made with them proves
   * nothing about places.
   */
  readonly answers: "plausible" | "marked";
  /** Called once for each resource that an import or a data source had to invent. */
  readonly invented: (what: string) => void;
  /** Nobody simulates it: its schema is made from the code, and nothing that it says is known. @default false */
  readonly standIn?: boolean;
  /** The same holds of these types, which the provider's own schema does not have: `resource.ovh_x`, `data.ovh_x`, `ephemeral.ovh_x`. */
  readonly newer?: ReadonlySet<string>;
}

export interface PlannedAddress {
  readonly type: string;
  /** Known planned values. */
  readonly after: ObjectValue;
}

/** One configured instance of a provider: the engine opens a connection for each provider block. */
export interface Session {
  readonly simulation: Simulation;
  /** The provider block, unknown values as null. */
  config: SimulatedObject;
}

const NONE: ResourceBehaviour = {};

export const behaviourOf = (s: Simulation, type: string): ResourceBehaviour => s.overlay.resources?.[type] ?? NONE;

/** A change of place or of owner makes a new resource at every cloud here, as far as its documentation says; overlays say more. */
const MOVES: readonly string[] = ["region", "zone", "location", "datacenter", "availability_zone", "service_name", "project_id"];

export function replacing(s: Simulation, type: string): readonly string[] {
  const behaviour = behaviourOf(s, type);
  const all = [...(s.overlay.replaces ?? MOVES), ...(behaviour.replaces ?? [])];
  return behaviour.keeps === undefined ? all : all.filter((name) => !behaviour.keeps?.includes(name));
}

export function resourceSchema(s: Simulation, type: string): Schema {
  const schema = s.schema.resource(type);
  if (schema === undefined) throw new Error(`The provider ${s.source} has no resource type ${type}.`);
  return schema;
}

export const seedOf = (s: Simulation, ...question: readonly string[]): Seed => new Seed(s.world.seed, s.source, ...question);

export function answerContext(session: Session, seed: Seed): AnswerContext {
  const always = seedOf(session.simulation, "always");
  return {
    provider: session.config,
    seed: (salt, length) => seed.hex(salt, length),
    uuid: (salt) => seed.uuid(salt),
    known: (name) => always.uuid(name),
  };
}
