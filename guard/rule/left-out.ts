import type { Subject } from "../subject/infrastructure.ts";
import { REMAINDER } from "../subject/remainder.ts";
import { type Refusal, undecided } from "./rule.ts";

/** Said of what a document leaves out, or holds without anybody knowing what it means: whoever releases the rest cannot say that everything is inside. */
export const leftOut = ({ type }: Subject): Refusal =>
  type === REMAINDER.stranger
    ? undecided({
        because: `is ${type}: it may be made or run`,
        want: "a plan of which everything is known",
        fix: "use a newer release of Terroir, or plan with an engine that this one knows: terroir doctor tells which",
      })
    : undecided({
        because: `is not in the plan: ${type}`,
        want: "a plan of the whole",
        fix: "plan again without -target and -exclude; to release a part, let terroir deploy --target plan and judge it",
      });
