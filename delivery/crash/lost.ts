import { answer, type Seat } from "../step/step.ts";
import type { Touched } from "../step/touched.ts";

/** Something that exists, or may, and that its stack's state does not hold, or may not: the next plan could make a second one. */
export interface Lost {
  readonly address: string;
  /** What the cloud calls it; null when the engine did not come to say so. */
  readonly id: string | null;
  /** `begun`: nobody knows whether it was made. `not-asked`: it was, and the state could not be asked. `not-stored`: it was, and the store did not take the state. */
  readonly why: "not-in-state" | "not-asked" | "not-stored" | "begun";
  /** The state that holds it, with `not-stored`. */
  readonly file?: string;
}

/** What was made, and is in no state but the one that an engine left in a file. */
export const storedNowhere = ({ done, ids }: Touched, file: string): readonly Lost[] =>
  madeIn(done).map((address) => ({ address, id: ids.get(address) ?? null, why: "not-stored", file }));

const madeIn = (done: Touched["done"]): readonly string[] =>
  [...done].flatMap(([address, action]) => (action === "create" ? [address] : []));

/**
 * What an engine that was killed made or began to make, and its state does not hold. Into a file an engine writes each resource as it is made; to a
 * store it goes at the end, and every twenty seconds (https://opentofu.org/docs/language/settings/backends/s3).
 */
export async function lostBy({ done, ids, open }: Touched, seat: Seat | null): Promise<readonly Lost[]> {
  const made = madeIn(done);
  const held = made.length === 0 || seat === null || seat.stateFile !== null ? new Set(made) : await heldIn(seat);
  const why = held === null ? "not-asked" : "not-in-state";
  return [
    ...made.filter((address) => held?.has(address) !== true).map((address): Lost => ({ address, id: ids.get(address) ?? null, why })),
    ...[...open].flatMap(([address, action]): readonly Lost[] => (action === "create" ? [{ address, id: null, why: "begun" }] : [])),
  ];
}

/** What of it the state still does not hold: the rest was taken in. */
export async function stillLost(lost: readonly Lost[], seat: Seat): Promise<readonly Lost[]> {
  const held = lost.length === 0 ? null : await heldIn(seat);
  return lost.filter(({ address }) => held?.has(address) !== true);
}

/** Addresses in a state; null where it cannot be asked. */
async function heldIn(seat: Seat): Promise<ReadonlySet<string> | null> {
  const begun = await answer(seat, ["init", "-input=false", "-no-color"]);
  if (begun.code !== 0) return null;
  const { code, stdout, stderr } = await answer(seat, ["state", "list"]);
  if (code === 0) return new Set(stdout.split("\n").map((line) => line.trim()));
  return /No state file was found/.test(`${stdout}${stderr}`) ? new Set() : null;
}

const SAID: Readonly<Record<Lost["why"], (list: string) => string>> = {
  "not-stored": (list) => `Made, and not in the state, which its store did not take: ${list}.`,
  "not-in-state": (list) => `Made, and not in the state, which the engine had not written yet: ${list}.`,
  "not-asked": (list) => `Made, and perhaps not in the state, which could not be asked: ${list}.`,
  begun: (list) => `Begun, and nobody knows how it ended: ${list}. It may exist without the state knowing it: look for it at the cloud.`,
};

/** The same for a person, with what to do; null where nothing is lost. */
export function lostText(stack: string, lost: readonly Lost[]): string | null {
  if (lost.length === 0) return null;
  const said = Object.entries(SAID).flatMap(([why, say]) => {
    const some = lost.filter((one) => one.why === why).map(({ address, id }) => (id === null ? address : `${address} (${id})`));
    return some.length === 0 ? [] : [say(some.join(", "))];
  });
  const files = [...new Set(lost.flatMap(({ file }) => file ?? []))];
  return [
    ...said,
    ...files.map((file) => `Put the state that the engine left into its place: terroir state restore ${stack} ${file}.`),
    ...(lost.every(({ file }) => file !== undefined)
      ? []
      : [
          `What exists, take in with \`terroir import ${stack} ADDRESS ID\`, or delete it there: a deployment would make it a second time.`,
        ]),
  ].join(" ");
}
