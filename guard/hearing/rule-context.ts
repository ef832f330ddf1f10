import type { Placement, Reading } from "../../clouds/contract/index.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Provider } from "./classify.ts";
import type { Hearing } from "./hearing.ts";

/** What all subjects of one sort share: those of one kind and type, under one provider and its block. */
export interface SortContext {
  readonly provider: Provider;
  /** How its place is found; absent: the catalogue does not know the type. */
  readonly placement?: Placement | undefined;
  /** How its protections are read; absent: the catalogue says nothing about them. */
  readonly reading?: Reading | undefined;
}

/** What a rule may ask beyond the subject itself. */
export interface RuleContext extends SortContext {
  readonly hearing: Hearing;
  readonly subject: Subject;
}
