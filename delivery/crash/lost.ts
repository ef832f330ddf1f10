import { answer, type Seat } from "../step/step.ts";
import type { Touched } from "../step/touched.ts";

/** Something that exists, and that its stack's state does not know of: the next plan would make a second one. */
export interface Lost {
  readonly address: string;
  /** What the cloud calls it; null when the engine did not come to say so. */
  readonly id: string | null;
  /** Begun, and nobody knows whether it was made. */
  readonly perhaps: boolean;
}

/**
 * What an engine that was killed made or began to make, and its state does not hold. Into a file an engine writes each resource as it is made; to a
 * store it goes at the end, and every twenty seconds (https://opentofu.org/docs/language/settings/backends/s3).
 */
export async function lostBy({ done, ids, open }: Touched, seat: Seat | null): Promise<readonly Lost[]> {
  const made = [...done].flatMap(([address, action]) => (action === "create" ? [address] : []));
  const held = made.length === 0 || seat === null || seat.stateFile !== null ? new Set(made) : await heldIn(seat);
  return [
    ...made.filter((address) => !held.has(address)).map((address) => ({ address, id: ids.get(address) ?? null, perhaps: false })),
    ...[...open].flatMap(([address, action]) => (action === "create" ? [{ address, id: null, perhaps: true }] : [])),
  ];
}

/** Addresses in a state; none where it cannot be asked: to look once too often costs less than a second database. */
async function heldIn(seat: Seat): Promise<ReadonlySet<string>> {
  await answer(seat, ["init", "-input=false", "-no-color"]);
  const { code, stdout } = await answer(seat, ["state", "list"]);
  return new Set(code === 0 ? stdout.split("\n").map((line) => line.trim()) : []);
}

/** The same for a person, with what to do; null where nothing is lost. */
export function lostText(stack: string, lost: readonly Lost[]): string | null {
  if (lost.length === 0) return null;
  const list = (some: readonly Lost[]): string => some.map(({ address, id }) => (id === null ? address : `${address} (${id})`)).join(", ");
  const [made, begun] = [lost.filter(({ perhaps }) => !perhaps), lost.filter(({ perhaps }) => perhaps)];
  return [
    ...(made.length === 0 ? [] : [`Made, and not in the state, which the engine had not written yet: ${list(made)}.`]),
    ...(begun.length === 0
      ? []
      : [`Begun, and nobody knows how it ended: ${list(begun)}. It may exist without the state knowing it: look for it at the cloud.`]),
    `What exists, take in with \`terroir import ${stack} ADDRESS ID\`, or delete it there: a deployment would make it a second time.`,
  ].join(" ");
}
