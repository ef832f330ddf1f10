import { CLOUD_FACTS } from "../../../clouds/facts.ts";
import { operatorStanding } from "../../approvals/approvals.ts";
import { perKey } from "../../hearing/per-sort.ts";
import { operatorsOf } from "../../operator/operator.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { note, nothingToJudge } from "../../rule/rule.ts";
import { bucket, sample } from "../../rule/samples.ts";

/** Approved operators that have something of a concept, by id. */
const offering = perKey(({ approvals, knowledge, day }, concept: string) =>
  CLOUD_FACTS.flatMap(({ operator: id, readings }) => {
    const operator = id === undefined ? undefined : knowledge.operator(id, day);
    const isApproved = operator !== undefined && operatorStanding(approvals, operator, day).approved;
    return isApproved && Object.values(readings).some((reading) => reading.concept === concept) ? [operator.id] : [];
  }),
);

export default defineRule({
  id: "portability/equivalent",
  title: "What keeps data can be had from other approved operators",
  why: "A service that one company alone offers is left only by giving it up. The law gives the right to switch; somebody has to have where to.",
  controls: ["EXT-1", "DataAct:23", "CSF:SOV-6"],
  on: "resource",
  level: "on request",
  // What is a part of something else is had where that is had.
  when: ({ reading, placement }) =>
    reading?.encryption !== undefined && reading.encryption.by !== "none" && (reading.concept !== undefined || placement?.by !== "parent"),
  options: {
    /** How many other operators. */
    least: 2,
    /** Types for which there is a way out that somebody has written down. */
    exits: [] as readonly string[],
  },
  check({ type }, { least, exits }, { hearing, subject, reading }) {
    if (reading === undefined) return nothingToJudge;
    if (exits.includes(type)) return note("has a way out, as the policy says");
    const own = operatorsOf(hearing, subject);
    const stranger = own.find((one) => one.is === "unknown");
    if (stranger?.is === "unknown")
      return {
        verdict: "undecided",
        because: `who else offers it is not known: ${stranger.because}`,
        fix: "name an endpoint that the catalogue knows",
      };
    const { concept } = reading;
    const others =
      concept === undefined
        ? []
        : [...new Set(offering(hearing, concept))].filter((id) => !own.some((one) => one.is === "known" && one.id === id));
    if (others.length >= least) return note(`can be had from ${others.join(", ")} as well`);
    return {
      because:
        concept === undefined
          ? "is a service of this operator's own, of which the catalogue knows no equivalent"
          : `can be had from ${others.length} other approved operators`,
      want: `at least ${least}`,
      fix: 'take a service that others offer as well, or write down the way out and name the type in parameters["portability/equivalent"].exits',
    };
  },
  examples: {
    passes: { "a bucket": bucket() },
    fails: {
      "a service that nobody else has": sample("ovh_cloud_project_rancher", {
        project_id: "p",
        target_spec: { name: "r", plan: "STANDARD" },
      }),
    },
    undecided: {
      "a volume of an OpenStack that nobody knows": {
        terraform: { required_providers: { openstack: { source: "terraform-provider-openstack/openstack" } } },
        provider: { openstack: [{ auth_url: "https://identity.example.com/v3" }] },
        resource: { openstack_blockstorage_volume_v3: { v: { name: "orders", size: 10, region: "one" } } },
      },
    },
  },
});
