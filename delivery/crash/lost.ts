import { answer, type Seat } from "../step/step.ts";
import type { Touched } from "../step/touched.ts";

/** Something that exists, or may, and that its stack's state does not hold, or may not: the next plan could make a second one. */
export interface Lost {
  readonly address: string;
  /** What the cloud calls it; null when the engine did not come to say so. */
  readonly id: string | null;
  /** `begun`: nobody knows whether it was made. `not-asked`: it was, and the state could not be asked. */
  readonly why: "not-in-state" | "not-asked" | "begun";
}

/**
 * What an engine that was killed made or began to make, and its state does not hold. Into a file an engine writes each resource as it is made; to a
 * store it goes at the end, and every twenty seconds (https://opentofu.org/docs/language/settings/backends/s3).
 */
export async function lostBy({ done, ids, open }: Touched, seat: Seat | null): Promise<readonly Lost[]> {
  const made = [...done].flatMap(([address, action]) => (action === "create" ? [address] : []));
  const held = made.length === 0 || seat === null || seat.stateFile !== null ? new Set(made) : await heldIn(seat);
  const why = held === null ? "not-asked" : "not-in-state";
  return [
    ...made.filter((address) => held?.has(address) !== true).map((address): Lost => ({ address, id: ids.get(address) ?? null, why })),
    ...[...open].flatMap(([address, action]): readonly Lost[] => (action === "create" ? [{ address, id: null, why: "begun" }] : [])),
  ];
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
  return [
    ...said,
    `What exists, take in with \`terroir import ${stack} ADDRESS ID\`, or delete it there: a deployment would make it a second time.`,
  ].join(" ");
}
