import { described, operatorStanding } from "../../approvals.ts";
import type { Hearing } from "../../hearing.ts";
import type { Subject } from "../../infrastructure.ts";
import { type OperatorOf, operatorsOf } from "../../operator.ts";
import { locate } from "../../place/index.ts";
import { all, defineRule, type Note, nothingToJudge, type Refusal } from "../../rule.ts";

const kube = { resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "GRA11" } } } };
const ovh = { terraform: { required_providers: { ovh: { source: "ovh/ovh" } } } };

export default defineRule({
  id: "jurisdiction/operator",
  title: "Every resource is run by an approved operator",
  why: "The law of the country in which a company sits, and of those who control it, reaches what the company runs, wherever the servers are.",
  controls: ["Gaia-X:P5.1.4", "Gaia-X:P5.1.5", "SecNumCloud:19.6.a", "CSF:SOV-1", "CSF:SOV-2", "C5-2026:GC-01.4"],
  on: ["resource", "data", "provider"],
  check(_resource, _options, { hearing, subject }) {
    const operators = [...operatorsOf(hearing, subject), ...operatorsOfPlaces(hearing, subject)];
    return all(operators.flatMap((operator) => ruling(hearing, operator) ?? []));
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

/** A region may be run by another company than the cloud's own. */
function operatorsOfPlaces(hearing: Hearing, subject: Subject): readonly OperatorOf[] {
  if (subject.kind === "provider") return [];
  const located = locate(hearing, subject);
  if (located.is !== "somewhere") return [];
  const ids = located.spots.flatMap((spot) => (spot.is === "region" && spot.region.operator !== undefined ? [spot.region.operator] : []));
  return [...new Set(ids)].map((id) => ({ is: "known", id, chain: [] }));
}

function ruling({ knowledge, approvals, day }: Hearing, operator: OperatorOf): Refusal | Note | undefined {
  const want = `an operator with seat and control in ${described(approvals.countries)}`;
  const fix = "use the provider of an approved operator: terroir regions lists them";
  if (operator.is === "nobody") return nothingToJudge;
  const { chain } = operator;
  if (operator.is === "unknown") return { verdict: "undecided", because: operator.because, want, fix, chain };
  const company = knowledge.operator(operator.id, day);
  if (company === undefined)
    return {
      verdict: "undecided",
      because: `the catalogue does not know the operator ${operator.id} on ${day}`,
      want,
      fix,
      value: operator.id,
      chain,
    };
  const standing = operatorStanding(approvals, company, day);
  if (standing.approved) return undefined;
  return { because: `is run by ${company.name}: ${standing.because}`, want, fix, value: operator.id, chain };
}
