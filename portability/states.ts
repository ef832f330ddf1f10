import type { KeptState } from "./written.ts";

/** Where the state of one stack is kept, at the origin and at the destination. */
export interface WhereStateIs {
  readonly stack: string;
  readonly today: KeptState;
  /** Absent: the program did not come that far. */
  readonly then?: KeptState;
}

export const whereStates = (today: readonly KeptState[], then: readonly KeptState[]): readonly WhereStateIs[] =>
  today.map((one) => {
    const there = then.find(({ stack }) => stack === one.stack);
    return { stack: one.stack, today: one, ...(there !== undefined && { then: there }) };
  });

export const inWords = ({ backend, at, keys }: KeptState): string =>
  `${at === "" ? "a file beside the project" : `${at} (${backend})`}, ${keys.length === 0 ? "not encrypted by the engine" : `encrypted (${keys.join(", ")})`}`;

/** A state in the store that is left names everything that stands there, and would go with it; its keys as well. */
export const stateTasks = (states: readonly WhereStateIs[]): readonly string[] =>
  states.flatMap(({ stack, today, then }) =>
    today.at !== "" && (then === undefined || then.at === today.at)
      ? [
          `${stack}: its state is kept in ${today.at}, there as well as here: give the destination a store of its own (\`state\` of the stack, \`terroir state bootstrap\`), and keys that do not stay behind${
            today.keys.length === 0 ? "" : ` (today: ${today.keys.join(", ")})`
          }.`,
        ]
      : [],
  );

/** Clouds that stood apart and would be one: whoever relied on two operators has one then. */
export function operatorsLost(places: Readonly<Record<string, string>>): readonly string[] {
  const cloudOf = (id: string): string => id.slice(0, id.indexOf(":"));
  const pairs = Object.entries(places).map(([from, to]) => [cloudOf(from), cloudOf(to)] as const);
  const before = new Set(pairs.map(([from]) => from));
  const after = new Set(pairs.map(([, to]) => to));
  return before.size <= after.size
    ? []
    : [
        `Today it stands at ${before.size} operators (${[...before].join(", ")}), then at ${after.size} (${[...after].join(", ")}): a standby at the same operator is none. Send one elsewhere with --map.`,
      ];
}
