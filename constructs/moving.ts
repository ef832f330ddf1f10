import type { Concepts, Place } from "../clouds/contract/index.ts";
import type { Policy, Report } from "../guard/index.ts";

/** One construct as it was lowered, or as it could not be. */
export interface Lowered {
  /** Path of the construct. */
  readonly path: string;
  /** Name of its class. */
  readonly construct: string;
  readonly concept: keyof Concepts;
  readonly place: Place;
  /** Who answers for its stack, where that says so. */
  readonly owner?: string;
  readonly spec: unknown;
  readonly resources: readonly { readonly type: string; readonly id: string; readonly args: Readonly<Record<string, unknown>> }[];
  /** Ids of what was only looked up for it. */
  readonly lookUps: readonly string[];
}

/**
 * The seam by which a program is built elsewhere than it says, to find out what that would take. Whoever moves it puts one of these under `MOVE`
 * before the program runs; without one nothing is moved.
 */
export interface Move {
  place(at: Place): Place;
  lowered(what: Lowered): void;
  /** What the place does not offer, or its cloud refuses. Gives what stands for its outputs, so that the rest can be built. */
  missing(what: Omit<Lowered, "resources" | "lookUps">, because: string): unknown;
  /** What was synthesized, before it is judged: refused, it is gone. */
  synthesized(folder: string): void;
  /** What the program's own guard said of it, and by which policy. */
  judged(report: Report, policy: Policy): void;
  /** An attribute that the program sets by itself, on a resource that one of our constructs became. */
  overridden(path: string, type: string, attribute: string): void;
  /** Places that the program names, and that stand elsewhere now: what it writes for their providers by itself still needs those. */
  left(): readonly Place[];
  /** A bucket that keeps states: those of the origin say nothing of the destination. */
  keepsStates(path: string): void;
  /** Something that becomes another thing there than it was, in one sentence. */
  remark(path: string, sentence: string): void;
}

const MOVE = Symbol.for("terroir.move");

export const moving = (): Move | undefined => (globalThis as { [MOVE]?: Move })[MOVE];

export function startMoving(move: Move): void {
  (globalThis as { [MOVE]?: Move })[MOVE] = move;
}

/**
 * The zone for what names one, or for what needs one and names none. Where an environment moves, zones have other names, and there may be none: the one
 * that has the same last letter stands for it, else the first, and that is remarked.
 */
export function zoneAt(path: string, zones: readonly string[], said: string | undefined, needed = false): string | undefined {
  const move = moving();
  if (move === undefined || (said === undefined ? !needed || zones.length === 0 : zones.includes(said))) return said;
  const zone = zones.find((one) => said !== undefined && one.at(-1) === said.at(-1)) ?? zones[0];
  move.remark(path, `${said === undefined ? "It names no zone" : `Zone ${said} is none there`}: it stands in ${zone ?? "the only one"}.`);
  return zone;
}

/** Where a thing stands that says it stands here. */
export const moved = <P extends Place>(at: P): P => (moving()?.place(at) as P | undefined) ?? at;
