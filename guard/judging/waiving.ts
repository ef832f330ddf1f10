import type { IsoDate } from "../../catalogue/index.ts";
import { profileRules } from "../policy/chosen-rules.ts";
import type { Policy } from "../policy/policy.ts";
import { deadBecause, faultOf, inlineFault, type Waiver, waives } from "../policy/waivers.ts";
import type { Finding, JudgedResource } from "../report/finding.ts";
import type { Rule } from "../rule/rule.ts";
import { builtInRules } from "../rules/index.ts";

export type Waived = Finding;

/** A waiver that is wrong, as the report shows it: a finding, and a line among the resources. */
export interface Fault {
  readonly finding: Finding;
  readonly resource: JudgedResource;
}

/** What the judge is told of waivers. */
export interface WaivingOptions {
  readonly partial?: boolean;
  readonly inlineWaivers?: "accept" | "refuse";
}

/** Accepts what is waived, and refuses waivers that are wrong, dead, or past their day. */
export function applyWaivers(
  findings: readonly Finding[],
  resources: readonly JudgedResource[],
  policy: Policy,
  ran: readonly Rule[],
  day: IsoDate,
  { partial = false, inlineWaivers = "accept" }: WaivingOptions = {},
): { readonly findings: readonly Waived[]; readonly faults: readonly Fault[] } {
  if (policy.waivers.length === 0) return { findings, faults: [] };
  const ids = [...builtInRules, ...policy.rules, ...profileRules(policy)].map((rule) => rule.id);
  const running = new Set(ran.map((rule) => rule.id));
  const addresses = [...new Set(resources.map((resource) => resource.address))];
  const refused = findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
  const faults: Fault[] = [];
  const good: Waiver[] = [];
  for (const [index, waiver] of policy.waivers.entries()) {
    const fault = (inlineWaivers === "refuse" ? inlineFault(waiver) : undefined) ?? faultOf(waiver, ids, day);
    // A rule that did not run says nothing about its waivers.
    const dead = !partial && fault === undefined && running.has(waiver.rule) && !refused.some((finding) => waives(waiver, finding));
    const wrong = fault ?? (dead ? deadBecause(waiver, addresses, refused) : undefined);
    if (wrong === undefined) good.push(waiver);
    else faults.push(faulty(`policy.waivers[${index}]`, wrong, policy.name));
  }
  return { findings: findings.map((finding) => waivedBy(good, finding)), faults };
}

function waivedBy(waivers: readonly Waiver[], finding: Finding): Waived {
  if (finding.verdict !== "outside" && finding.verdict !== "undecided") return finding;
  const waiver = waivers.find((one) => waives(one, finding));
  if (waiver === undefined) return finding;
  const { reason, owner, approver, until } = waiver;
  return { ...finding, verdict: "waived", waiver: { reason, owner, approver, until } };
}

function faulty(address: string, { message, remedy }: { readonly message: string; readonly remedy: string }, policy: string): Fault {
  const origin = `policy ${policy}`;
  return {
    finding: {
      rule: "policy/waiver",
      address,
      path: "",
      verdict: "outside",
      value: null,
      chain: [],
      message,
      want: "",
      remedy,
      source: null,
      constructPath: null,
      origin,
    },
    resource: { address, type: "waiver", provider: null, place: null, verdict: "outside", origin },
  };
}
