import { isDay } from "../../catalogue/day.ts";
import type { IsoDate } from "../../catalogue/index.ts";
import type { Finding } from "../report/finding.ts";
import { nearest } from "../written/nearest.ts";

/** A dated exception to one rule at one address. */
export interface Waiver {
  readonly rule: string;
  /** The subject's whole address, as the report prints it: no wildcards. */
  readonly address: string;
  /** The attribute path of the finding. @default any */
  readonly path?: string;
  /** The value of the finding, as the report prints it: another value is refused again. @default none: it waives a finding that has no value */
  readonly value?: string;
  readonly reason: string;
  /** Who answers for the risk. */
  readonly owner: string;
  /** Who accepted it; for residency and jurisdiction somebody other than the owner. */
  readonly approver: string;
  /** First day. @default the day of judging */
  readonly from?: IsoDate;
  /** Last day: at most 90 days after the first. */
  readonly until: IsoDate;
}

/** Makes a waiver; the same record as in a policy's `waivers`. */
export function waive(rule: string, waiver: Omit<Waiver, "rule">): Waiver {
  return { ...waiver, rule };
}

const filed = new WeakSet<Waiver>();

/** Remembers that waivers stand in a policy file, whose changes somebody approves; those in a program are inline. */
export function fromFile<P extends { readonly waivers: readonly Waiver[] }>(policy: P): P {
  for (const waiver of policy.waivers) filed.add(waiver);
  return policy;
}

/** What is wrong with a waiver that stands in a program, where a pipeline runs it. */
export function inlineFault(waiver: Waiver): Omit<WrongWaiver, "index" | "waiver"> | undefined {
  return filed.has(waiver)
    ? undefined
    : {
        message: `waives ${waiver.rule} at ${waiver.address} within the program, where whoever writes the program can let it pass`,
        remedy: "move it into the policy file that the pipeline gives to terroir check, and read that file with parsePolicy",
      };
}

/** What is wrong with a waiver. A wrong waiver waives nothing, and is itself refused. */
export interface WrongWaiver {
  readonly index: number;
  readonly waiver: Waiver;
  readonly message: string;
  readonly remedy: string;
}

const LONGEST_DAYS = 90;
const DAY = 86_400_000;
/** Families in which nobody may approve an exception for themselves. */
const FOUR_EYES = ["residency", "jurisdiction"];

/** What can be said of a waiver before anything is judged. */
export function faultOf(waiver: Waiver, rules: readonly string[], day: IsoDate): Omit<WrongWaiver, "index" | "waiver"> | undefined {
  const fault = (message: string, remedy: string) => ({ message, remedy });
  const { rule, address, reason, owner, approver, from = day, until } = waiver;
  if (!rules.includes(rule)) {
    const [near] = nearest(rule, rules);
    return fault(`waives the rule ${rule}, which does not exist`, near === undefined ? "take it out" : `write ${near}`);
  }
  for (const [name, text] of Object.entries({ address, reason, owner, approver }))
    if (text.trim() === "") return fault(`has no ${name}`, `say the ${name}`);
  if (/[*?]/.test(address.replace(/\["[^"]*"\]/g, "")))
    return fault(`has a wildcard in its address ${address}`, "write one waiver for each address");
  if (!isDay(until) || !isDay(from)) return fault(`has a date that is none: ${isDay(until) ? from : until}`, "write dates as YYYY-MM-DD");
  if (until < day) return fault(`expired on ${until}`, "put right what it waived, or have it approved again with a new date");
  if (from > day) return fault(`begins on ${from} only`, "put right what it waives until then");
  if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * DAY)
    return fault(`runs for more than ${LONGEST_DAYS} days, from ${from} until ${until}`, `end it by ${dayAfter(from, LONGEST_DAYS)}`);
  return ownApprovalOf(waiver);
}

/** Wrong whatever is judged, so that a policy with such a waiver cannot be made. */
export function ownApprovalOf({ rule, owner, approver }: Waiver): { readonly message: string; readonly remedy: string } | undefined {
  if (!FOUR_EYES.includes(rule.split("/")[0] ?? "") || !same(owner, approver)) return undefined;
  return {
    message: `is approved by its own owner, ${owner}`,
    remedy: `have somebody other than ${owner} approve it: ${rule} needs four eyes`,
  };
}

const dayAfter = (day: IsoDate, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export function waives(waiver: Waiver, finding: Finding): boolean {
  return (
    waiver.rule === finding.rule &&
    waiver.address === finding.address &&
    (waiver.path === undefined || waiver.path === finding.path) &&
    (waiver.value ?? null) === finding.value
  );
}

/** What rules judge now that another judged before, by the id of before. */
const DIVIDED: Readonly<Record<string, readonly string[]>> = {
  "execution/opaque": ["execution/provisioner", "execution/before-plan"],
};

/** The rule that refuses now what a rule refused at this address before it was divided. */
function formerly(rule: string, address: string, refused: readonly Finding[]): string | undefined {
  const parts = Object.hasOwn(DIVIDED, rule) ? DIVIDED[rule] : undefined;
  return refused.find((finding) => finding.address === address && parts?.includes(finding.rule))?.rule;
}

/** Why a waiver that is right in itself waived nothing. */
export function deadBecause(
  waiver: Waiver,
  addresses: readonly string[],
  refused: readonly Finding[],
): Omit<WrongWaiver, "index" | "waiver"> {
  const { rule, address } = waiver;
  const now = formerly(rule, address, refused);
  if (now !== undefined)
    return {
      message: `waives ${rule} at ${address}, which ${now} judges now: ${rule} was divided`,
      remedy: `have it approved under ${now}, and write that rule`,
    };
  if (!addresses.includes(address)) {
    const [near] = nearest(address, addresses);
    return {
      message: `waives ${rule} at ${address}, and there is no such address`,
      remedy: near === undefined ? "take it out" : `take it out, or write ${near}`,
    };
  }
  const here = refused.filter((finding) => finding.rule === rule && finding.address === address);
  const found = here.map(({ path, value }) => [path, value].filter(Boolean).join(" = ")).join("; ");
  const [first] = here;
  if (waiver.value === undefined && first?.value != null)
    return {
      message: `does not say which value it waives at ${address}: ${found}`,
      remedy: `have the value approved, and add value: ${JSON.stringify(first.value)}`,
    };
  return here.length === 0
    ? { message: `waives ${rule} at ${address}, where nothing is refused any more`, remedy: "take it out" }
    : {
        message: `waives another value than the one that is refused at ${address}: ${found}`,
        remedy: "have the new value approved, or take the waiver out",
      };
}
