import type { Finding } from "./finding.ts";
import type { Subject } from "./infrastructure.ts";
import { type Note, pass, type Refusal, type Rule, type Ruling } from "./rule.ts";
import type { Chain } from "./values/value.ts";

const LONGEST_VALUE = 80;

/** What a rule's rulings on one subject amount to: equal ones once, and a plain pass as a finding without a message. */
export function findingsOf(rule: Rule, rulings: readonly Ruling[], subject: Subject, origin: string): readonly Finding[] {
  const flat = rulings.flatMap((ruling): readonly (Refusal | Note | typeof pass)[] => (isList(ruling) ? ruling : [ruling]));
  const found = flat.map((one) => finding(rule, one, subject, origin));
  const distinct = new Map(found.map((one) => [`${one.verdict}\n${one.path}\n${one.value}\n${one.message}`, one]));
  return [...distinct.values()];
}

const isList = (ruling: Ruling): ruling is readonly [Refusal | Note, ...(Refusal | Note)[]] => Array.isArray(ruling);

function finding(rule: Rule, one: Refusal | Note | typeof pass, subject: Subject, origin: string): Finding {
  const common = {
    rule: rule.id,
    address: subject.address,
    source: subject.source ?? null,
    constructPath: subject.constructPath ?? null,
    origin,
  };
  if (one === pass || typeof one === "symbol")
    return { ...common, path: "", verdict: "inside", value: null, chain: [], message: "", want: "", remedy: "" };
  const chain = safely(one.chain ?? []);
  return {
    ...common,
    path: one.path ?? "",
    verdict: one.verdict ?? "outside",
    value: one.value === undefined ? null : chain.some((link) => link.sensitive) ? "(sensitive)" : shortened(one.value),
    chain,
    message: withoutCredentials(one.because),
    want: "want" in one ? (one.want ?? "") : "",
    remedy: "fix" in one ? one.fix : "",
  };
}

const shortened = (text: string): string => {
  const safe = withoutCredentials(text);
  return safe.length > LONGEST_VALUE ? `${safe.slice(0, LONGEST_VALUE - 1)}…` : safe;
};

/** A URL may carry a name and a password. */
const withoutCredentials = (text: string): string => text.replace(/\/\/[^/@\s]*@/g, "//…@");

const safely = (chain: Chain): Chain =>
  chain.map((link) => (link.text === undefined ? link : { ...link, text: withoutCredentials(link.text) }));
