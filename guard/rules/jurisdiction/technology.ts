import { inSentence, memberCountries } from "../../approvals/approvals.ts";
import { operatorsOf } from "../../operator/operator.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal } from "../../rule/rule.ts";

export default defineRule({
  id: "jurisdiction/technology",
  title: "No operator runs somebody else's cloud under licence from a third country",
  why: "Who licenses the technology can stop the updates, the support, and with them the service, whoever runs the building.",
  controls: ["CSF:SOV-5", "CSF:SOV-6"],
  on: ["provider"],
  level: "on request",
  /** Licensors that are accepted, by name as the catalogue writes it. */
  options: { accept: [] as readonly string[] },
  check(_provider, { accept }, { hearing, subject }) {
    const { knowledge, approvals, day } = hearing;
    return all(
      operatorsOf(hearing, subject).flatMap((one): readonly Refusal[] => {
        if (one.is === "nobody") return [];
        const operator = one.is === "known" ? knowledge.operator(one.id, day) : undefined;
        if (operator === undefined)
          return [
            {
              verdict: "undecided",
              because: `whose technology it runs on is not known: ${one.is === "unknown" ? one.because : "the catalogue does not know the operator"}`,
              fix: "use a provider whose operator the catalogue knows",
            },
          ];
        const { technology } = operator;
        if (technology === undefined || accept.includes(technology.licensor)) return [];
        if (memberCountries(approvals.countries, day).includes(technology.country)) return [];
        return [
          {
            because: `${operator.name} runs ${technology.name} of ${technology.licensor}, in ${inSentence(technology.country)} (${technology.source}, read ${technology.seen})`,
            want: "technology of the operator's own, or of a licensor in an approved country",
            fix: "take another operator, or accept the licensor in the policy",
          },
        ];
      }),
    );
  },
  examples: {
    passes: { OVHcloud: { provider: { ovh: [{ endpoint: "ovh-eu" }] } } },
    fails: {
      "Open Telekom Cloud, built by Huawei": {
        terraform: { required_providers: { opentelekomcloud: { source: "opentelekomcloud/opentelekomcloud" } } },
        provider: { opentelekomcloud: [{ auth_url: "https://iam.eu-de.otc.t-systems.com/v3" }] },
      },
    },
    undecided: {
      "an OpenStack that nobody knows": {
        terraform: { required_providers: { openstack: { source: "terraform-provider-openstack/openstack" } } },
        provider: { openstack: [{ auth_url: "https://identity.example.com/v3" }] },
      },
    },
  },
});
