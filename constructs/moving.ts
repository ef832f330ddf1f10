import type { Concepts, Place } from "../clouds/contract/index.ts";

/** One construct as it was lowered, or as it could not be. */
export interface Lowered {
  /** Path of the construct. */
  readonly path: string;
  /** Name of its class. */
  readonly construct: string;
  readonly concept: keyof Concepts;
  readonly place: Place;
  readonly spec: unknown;
  readonly resources: readonly { readonly type: string; readonly id: string; readonly args: Readonly<Record<string, unknown>> }[];
}

/**
 * The seam by which a program is built elsewhere than it says, to find out what that would take. Whoever moves it puts one of these under `MOVE`
 * before the program runs; without one nothing is moved.
 */
export interface Move {
  place(at: Place): Place;
  lowered(what: Lowered): void;
  /** What the place does not offer, or its cloud refuses. Gives what stands for its outputs, so that the rest can be built. */
  missing(what: Omit<Lowered, "resources">, because: string): unknown;
  /** Something that becomes another thing there than it was, in one sentence. */
  remark(path: string, sentence: string): void;
}

const MOVE = Symbol.for("terroir.move");

export const moving = (): Move | undefined => (globalThis as { [MOVE]?: Move })[MOVE];

export function startMoving(move: Move): void {
  (globalThis as { [MOVE]?: Move })[MOVE] = move;
}

/** Where a thing stands that says it stands here. */
export const moved = <P extends Place>(at: P): P => (moving()?.place(at) as P | undefined) ?? at;
