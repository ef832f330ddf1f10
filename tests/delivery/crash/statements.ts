import type { Kept, Statement } from "../../../delivery/records/index.ts";

/** What a test asks of a record. */
export interface StackRecord {
  readonly outcome: string;
  readonly run: string;
  readonly plan: string;
  /** Whether the state was another afterwards. */
  readonly begun: boolean;
}

export const statementsOf = (records: readonly Kept[]): readonly StackRecord[] =>
  records.map(({ envelope }) => {
    const { subject, predicate } = JSON.parse(Buffer.from(envelope.payload, "base64").toString("utf8")) as Statement;
    const digest = (name: string): string => subject.find((one) => one.name === name)?.digest.sha256 ?? "";
    return { outcome: predicate.outcome, run: predicate.run.id, plan: digest("plan"), begun: digest("state.after") !== "" };
  });
