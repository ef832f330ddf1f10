import { locate, locateAsParent, pointedAt } from "../../place/index.ts";
import { spotRefusal } from "../../place/refusal.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, nothingToJudge, type Refusal } from "../../rule/rule.ts";
import { candidates } from "../../subject/decide.ts";

export default defineRule({
  id: "encryption/key-place",
  title: "A key lies in an approved place, in the country of what it encrypts",
  why: "Who can order the key handed over can read the data, wherever the data is. Both belong under one law.",
  controls: ["KEY-2", "CSF:SOV-3"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.encryption?.keys !== undefined,
  check(_resource, _options, { hearing, subject, reading }) {
    const path = reading?.encryption?.keys;
    if (path === undefined) return nothingToJudge;
    const isWritten = subject.read(path).some(({ value }) => candidates(value).some((one) => one.is !== "absent"));
    if (!isWritten) return nothingToJudge;
    const key = pointedAt(hearing, subject, path, undefined, (target) => locateAsParent(hearing, target));
    const fix = `let ${path} refer to a key that is made in the same country`;
    const want = "a key in the country of what it encrypts";
    if (key?.is !== "somewhere")
      return {
        verdict: "undecided",
        because: `where its key lies is not known: ${key?.because ?? "nothing says which it is"}`,
        want,
        fix,
        path,
      };
    const own = locate(hearing, subject);
    const hidden = own.is === "somewhere" ? own.spots.find(({ is }) => is === "undecided") : undefined;
    if (hidden?.is === "undecided")
      return {
        verdict: "undecided",
        because: `where it is itself is not known: ${hidden.because}`,
        want,
        fix: hidden.fix,
        path: hidden.path,
      };
    const countries = own.is === "somewhere" ? own.spots.flatMap((spot) => (spot.is === "region" ? spot.region.country : [])) : [];
    return all(
      key.spots.flatMap((spot): readonly Refusal[] => {
        const refusal = spotRefusal(hearing, spot);
        if (refusal !== undefined) return [{ ...refusal, because: `its key lies elsewhere: ${refusal.because}` }];
        if (spot.is !== "region" || countries.every((country) => country === spot.region.country)) return [];
        return [
          { because: `its key lies in ${spot.region.city}, in another country`, want, fix, path, value: spot.code, chain: spot.chain },
        ];
      }),
    );
  },
  examples: {
    passes: { "a key in the same country": volume("${ovh_okms_service_key.k.id}", "eu-west-par") },
    fails: {
      "a key in Canada": volume("${ovh_okms_service_key.k.id}", "ca-east-bhs"),
      "a key in Germany": volume("${ovh_okms_service_key.k.id}", "eu-central-waw"),
    },
    undecided: { "a key that is named by its id": volume("0d9e2b1c", "eu-west-par") },
  },
});

function volume(service_key_id: string, region: string) {
  return {
    resource: {
      ovh_okms: { o: { ovh_subsidiary: "FR", display_name: "keys", region } },
      ovh_okms_service_key: {
        k: { okms_id: "${ovh_okms.o.id}", name: "orders", type: "oct", size: 256, operations: ["encrypt", "decrypt"] },
      },
      ovh_cloud_project_volume: {
        v: {
          service_name: "abc",
          region_name: "EU-WEST-PAR",
          name: "orders",
          size: 10,
          type: "high-speed",
          encryption: { encrypted: true, kms: { domain_id: "${ovh_okms.o.id}", service_key_id } },
        },
      },
    },
  };
}
