import { certificateFor } from "../../approvals/certified.ts";
import { locate } from "../../place/index.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Note, note, nothingToJudge, type Refusal } from "../../rule/rule.ts";

const outscale = (region: string) => ({
  terraform: { required_providers: { outscale: { source: "outscale/outscale" } } },
  variable: { unknown: {} },
  provider: { outscale: [{ region }] },
  resource: { outscale_vm: { v: { image_id: "ami-1", vm_type: "tinav6.c2r4p1" } } },
});

export default defineRule({
  id: "jurisdiction/certificate",
  title: "What is used holds the certificate that is asked for, in the region where it is used",
  why: "A certificate holds for a service in a region, and for no company: a qualified operator may sell others beside the qualified one.",
  controls: ["OPR-2"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.concept !== undefined,
  /** Names as the catalogue writes them: `secnumcloud-3.2`, `hds-2`, `c5-type2`, `iso-27001`. Each must be held. */
  options: { names: ["secnumcloud-3.2"] as readonly string[] },
  check(_resource, { names }, { hearing, subject, reading }) {
    const located = locate(hearing, subject);
    if (located.is !== "somewhere") return nothingToJudge;
    return all(
      located.spots.flatMap((spot): readonly (Refusal | Note)[] => {
        const [want, fix] = [names.join(" and "), "take a region and a service that hold it, or waive this one by its address"];
        const at = { want, fix, path: spot.path, chain: spot.chain };
        if (spot.is !== "region") {
          const why = spot.is === "undecided" ? spot.because : "the place is no region that the catalogue knows";
          return [{ verdict: "undecided", because: `does not show which certificates hold where it is: ${why}`, ...at }];
        }
        return names.map((name): Refusal | Note => {
          const found = certificateFor(name, spot.region, { type: subject.type, concept: reading?.concept }, hearing.day);
          if (found === undefined)
            return {
              because: `stands in ${spot.region.code}, and the catalogue knows no ${name} for this service there`,
              value: spot.code,
              ...at,
            };
          const { source, seen } = found;
          return note(`${name} covers ${found.services.join(", ")} in ${spot.region.code} (${source}, read ${seen})`, {
            shows: "claim",
            claim: { source, seen },
          });
        });
      }),
    );
  },
  examples: {
    passes: { "a machine in the qualified region": outscale("cloudgouv-eu-west-1") },
    fails: { "a machine in another region of the same operator": outscale("eu-west-2") },
    undecided: { "a machine wherever a variable says": outscale("${var.unknown}") },
  },
});
