import { described } from "../../approvals/approvals.ts";
import type { Hearing } from "../../hearing/hearing.ts";
import { perSort } from "../../hearing/per-sort.ts";
import { companyOf } from "../../hearing/standings.ts";
import { type OperatorOf, operatorsOf } from "../../operator/operator.ts";
import { showBlock } from "../../operator/show-block.ts";
import { locate } from "../../place/index.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { leftOut } from "../../rule/left-out.ts";
import { all, type Note, nothingToJudge, pass, type Refusal } from "../../rule/rule.ts";
import type { Subject } from "../../subject/infrastructure.ts";
import { isRequirement } from "../../subject/requirement.ts";

const kube = { resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "GRA11" } } } };
const ovh = { terraform: { required_providers: { ovh: { source: "ovh/ovh" } } } };

export default defineRule({
  id: "jurisdiction/operator",
  title: "Every resource is run by an approved operator",
  why: "The law of the country in which a company sits, and of those who control it, reaches what the company runs, wherever the servers are.",
  controls: ["OPR-1", "Gaia-X:P5.1.4", "Gaia-X:P5.1.5", "SecNumCloud:19.6.a", "CSF:SOV-1", "CSF:SOV-2", "C5-2026:GC-01.4"],
  on: ["resource", "data", "provider", "provisioner", "remainder"],
  check(_resource, _options, { hearing, subject, provider }) {
    if (subject.kind === "remainder") return leftOut(subject);
    // A command is nobody's; an action is its provider's.
    if (subject.kind === "provisioner" && subject.providerSource === undefined) return nothingToJudge;
    // Fetched and never used, or handed on: it calls nobody. That of a company, or of a stranger, is a program that runs all the same; it is judged
    // where it is used.
    if (subject.kind === "provider" && isRequirement(subject) && (provider.is === "cloud" || isUsed(hearing, subject)))
      return nothingToJudge;
    const own = ownRulings(hearing, subject).map((one) => asShown(one, subject));
    const placed = subject.kind === "provider" || subject.kind === "provisioner" ? [] : placedRulings(hearing, subject);
    return own.length === 0 && placed.length === 0 ? pass : all([...own, ...placed]);
  },
  examples: {
    passes: { "OVHcloud, at its European endpoint": { provider: { ovh: [{ endpoint: "ovh-eu" }] }, ...kube, ...ovh } },
    fails: {
      "OVHcloud's company in the United States": { provider: { ovh: [{ endpoint: "ovh-us" }] }, ...kube, ...ovh },
      "Amazon, in its region in Germany": { resource: { aws_instance: { i: { ami: "ami-1", instance_type: "t3.micro" } } } },
    },
    undecided: {
      "a provider that nobody knows": {
        terraform: { required_providers: { acme: { source: "acme/acme" } } },
        resource: { acme_server: { s: { name: "x" } } },
      },
    },
  },
});

/** Whether another module configures the same program, or makes something by it. */
function isUsed({ infrastructure, watching }: Hearing, { providerSource, providerHost }: Subject): boolean {
  watching?.itself();
  for (const one of infrastructure.subjects)
    if (
      one.providerSource === providerSource &&
      one.providerHost === providerHost &&
      one.leaves === undefined &&
      one.kind !== "remainder" &&
      !isRequirement(one)
    )
      return true;
  return false;
}

const ownRulings = perSort((hearing, subject) => operatorsOf(hearing, subject).flatMap((operator) => ruling(hearing, operator) ?? []));

/** Where a state does not show whom its provider calls, the code does. */
const asShown = (one: Refusal | Note, { provider }: Subject): Refusal | Note =>
  "fix" in one && one.verdict === "undecided" ? { ...one, fix: showBlock(provider, one.fix) } : one;

/** A region may be run by another company than the cloud's own. */
function placedRulings(hearing: Hearing, subject: Subject): readonly (Refusal | Note)[] {
  const located = locate(hearing, subject);
  if (located.is !== "somewhere") return [];
  const ids: string[] = [];
  for (const spot of located.spots)
    if (spot.is === "region" && spot.region.operator !== undefined && !ids.includes(spot.region.operator)) ids.push(spot.region.operator);
  return ids.flatMap((id) => ruling(hearing, { is: "known", id, chain: [] }) ?? []);
}

function ruling(hearing: Hearing, operator: OperatorOf): Refusal | Note | undefined {
  if (operator.is === "nobody") return nothingToJudge;
  const company = operator.is === "known" ? companyOf(hearing, operator.id) : undefined;
  if (company?.standing.approved === true) return undefined;
  const { approvals, day } = hearing;
  const want = `an operator with seat and control in ${described(approvals.countries)}`;
  const fix = "use the provider of an approved operator: terroir regions lists them";
  const { chain } = operator;
  if (operator.is === "unknown") return { verdict: "undecided", because: operator.because, want, fix, chain };
  const { id } = operator;
  if (company === undefined) {
    const because = `the catalogue does not know the operator ${id} on ${day}`;
    return { verdict: "undecided", because, want, fix, value: id, chain };
  }
  return { because: `is run by ${company.operator.name}: ${company.standing.because}`, want, fix, value: id, chain };
}
