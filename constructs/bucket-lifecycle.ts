import type { IConstruct } from "constructs";
import type { BucketLifecycleRule } from "../clouds/contract/index.ts";
import { refuse } from "./refuse.ts";

/** What becomes of objects as they age, by name. */
export type LifecycleProps = Readonly<Record<string, Omit<BucketLifecycleRule, "id">>>;

export function lifecycleOf(self: IConstruct, lifecycle: LifecycleProps, lockDays: number): readonly BucketLifecycleRule[] {
  return Object.entries(lifecycle).map(([id, rule]) => {
    const { expireAfter, expireOldVersionsAfter, abortUploadsAfter, moves = [] } = rule;
    const times = [expireAfter, expireOldVersionsAfter, abortUploadsAfter, ...moves.map(({ after }) => after)].filter(
      (days) => days !== undefined,
    );
    if (times.length === 0)
      refuse(
        self,
        `lifecycle rule "${id}" does nothing: say { expireAfter }, { expireOldVersionsAfter }, { abortUploadsAfter } or { moves }.`,
      );
    for (const days of times)
      if (!Number.isInteger(days) || days < 1) refuse(self, `lifecycle rule "${id}" says ${days} days; say a whole number, 1 or more.`);
    const soonest = Math.min(expireAfter ?? Infinity, expireOldVersionsAfter ?? Infinity);
    if (soonest < lockDays)
      refuse(
        self,
        `lifecycle rule "${id}" removes objects after ${soonest} days, while the lock keeps them for ${lockDays}. Make it ${lockDays} or more.`,
      );
    const late = moves.find(({ after }) => expireAfter !== undefined && after >= expireAfter);
    if (late !== undefined)
      refuse(
        self,
        `lifecycle rule "${id}" moves objects after ${late.after} days and deletes them after ${expireAfter}: the move comes too late.`,
      );
    return { id, ...rule };
  });
}
