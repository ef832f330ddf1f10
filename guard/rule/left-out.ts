import { type Refusal, undecided } from "./rule.ts";

/** Said of what a document leaves out, as it says itself: whoever releases the rest cannot say that everything is inside. */
export const leftOut = (why: string): Refusal =>
  undecided({
    because: `is not in the plan: ${why}`,
    want: "a plan of the whole",
    fix: "plan again without -target and -exclude; to release a part, let terroir deploy --target plan and judge it",
  });
