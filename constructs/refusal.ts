import { TerroirError } from "../catalogue/index.ts";
import { text } from "../evidence/formats/text.ts";
import type { Report } from "../guard/index.ts";

/** The guard refused: the message says what, where, why and what to do, the report has every finding. Exit code 1. */
export class Refusal extends TerroirError {
  /** Every finding, with the policy that was asked. */
  readonly report: Report;
  constructor(report: Report) {
    super(text(report), 1);
    this.name = "Refusal";
    this.report = report;
  }
}
