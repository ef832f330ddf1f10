import type { Placement, Reading } from "../clouds/contract/index.ts";
import type { Provider } from "./classify.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";

/** What a rule may ask beyond the subject itself. */
export interface RuleContext {
  readonly hearing: Hearing;
  readonly subject: Subject;
  readonly provider: Provider;
  /** How its place is found; absent: the catalogue does not know the type. */
  readonly placement?: Placement | undefined;
  /** How its protections are read; absent: the catalogue says nothing about them. */
  readonly reading?: Reading | undefined;
}
