import type { Fault, Strike } from "../faults.ts";
import type { Session } from "./simulation.ts";
import { equal, isKnown, type ObjectValue } from "./value.ts";

/** Whether a fault strikes a call. An address is recognised by the values that the plan gave to it. */
export function strikeAt(session: Session, on: Fault["on"], type: string, state: ObjectValue | null): Strike | null {
  const { faults, planned } = session.simulation;
  const region =
    state === null ? null : (["region", "region_name", "zone", "location"].map((n) => state[n]).find((x) => typeof x === "string") ?? null);
  return faults.strike(
    {
      on,
      type,
      region: typeof region === "string" ? region : null,
      is: (address) => {
        const expected = planned.get(address);
        if (expected === undefined || expected.type !== type || state === null) return false;
        return Object.entries(expected.after).every(
          ([name, value]) => value === null || !isKnown(value) || equal(state[name] ?? null, value),
        );
      },
    },
    [...planned.keys()],
  );
}
