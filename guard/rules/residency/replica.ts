import { spotRefusal } from "../../place/refusal.ts";
import { sendings } from "../../place/sending.ts";
import { all, defineRule, nothingToJudge } from "../../rule.ts";

export default defineRule({
  id: "residency/replica",
  title: "Replicas, backups, copies and logs go to approved places only",
  why: "A copy is under the law of the place where it lies. Data that is kept in the right place and copied to a wrong one is in both.",
  controls: ["SecNumCloud:12.5.d", "SecNumCloud:19.2.d", "NIS2-IR:4.2.2.c", "Gaia-X:P5.1.2", "HDS:EXI-28"],
  on: ["resource", "data"],
  check(_resource, _options, { hearing, subject, placement }) {
    if (placement?.sends === undefined) return nothingToJudge;
    return all(
      placement.sends.flatMap((sending) =>
        sendings(hearing, subject, sending).flatMap((sent) => {
          if (sent.is === "refused") return [sent.refusal];
          const refusal = spotRefusal(hearing, sent.spot);
          return refusal === undefined ? [] : [{ ...refusal, because: `its ${sending.kind} goes elsewhere: ${refusal.because}` }];
        }),
      ),
    );
  },
  examples: {
    passes: {
      "a bucket copied to Strasbourg": bucket("GRA", "SBG"),
      "a bucket without replicas": {
        resource: { ovh_cloud_project_storage: { b: { service_name: "abc", name: "media", region_name: "GRA" } } },
      },
    },
    fails: { "a bucket copied to Canada": bucket("GRA", "BHS") },
    undecided: { "a bucket copied to wherever a variable says": { variable: { to: {} }, ...bucket("GRA", "${var.to}") } },
  },
});

function bucket(region_name: string, region: string) {
  const replication = { rules: [{ id: "r", status: "enabled", priority: 1, destination: { name: "copy", region } }] };
  return { resource: { ovh_cloud_project_storage: { b: { service_name: "abc", name: "media", region_name, replication } } } };
}
