import { whoAnswers } from "../../operator/endpoints.ts";
import { endpointRefusal } from "../../place/sending.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Note, note, type Refusal } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";
import { candidates } from "../../subject/decide.ts";
import type { Subject } from "../../subject/infrastructure.ts";

export default defineRule({
  id: "residency/dns",
  title: "No name leads to a place that is not approved",
  why: "Whoever asks for the name is sent on with everything that follows: addresses, cookies, requests. A record is where traffic leaves unseen.",
  controls: ["GEO-3", "SecNumCloud:19.2.d", "CADA:1.1.c"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.leads !== undefined,
  check(_resource, _options, { hearing, subject, reading }) {
    return all(
      (reading?.leads ?? []).flatMap(({ path: where, where: only }) => {
        if (only !== undefined && !says(subject.read(only.attribute), only.is)) return [];
        return subject.read(where).flatMap(({ path, value }) =>
          candidates(value).flatMap((one): readonly (Refusal | Note)[] => {
            const fix = `let ${path} lead to an approved place`;
            if (one.is === "absent") return [];
            if (one.is === "unknown")
              return one.refs.length > 0
                ? []
                : [{ verdict: "undecided", because: `where it leads is not known: ${one.cause}`, fix, path, chain: one.chain }];
            const host = one.text.replace(/\.$/, "");
            if (whoAnswers(hearing, host, undefined) === undefined)
              return [note(`leads to ${host}, of which the catalogue does not know who answers`, { path, shows: "nothing" })];
            const refusal = endpointRefusal(hearing, "name", { code: host, path, chain: one.chain });
            return refusal === undefined
              ? []
              : [
                  {
                    ...refusal,
                    because: refusal.because.replace("its name goes to", "leads to"),
                    fix,
                    path,
                    value: one.text,
                    chain: one.chain,
                  },
                ];
          }),
        );
      }),
    );
  },
  examples: {
    passes: { "a bucket in Gravelines": record("CNAME", "media.s3.gra.io.cloud.ovh.net."), "an address": record("A", "91.198.174.1") },
    fails: { "a bucket at Amazon's": record("CNAME", "media.s3.us-east-1.amazonaws.com.") },
    undecided: { "wherever a variable says": { variable: { unknown: {} }, ...record("CNAME", "${var.unknown}") } },
  },
});

function record(fieldtype: string, target: string) {
  return sample("ovh_domain_zone_record", { zone: "example.eu", subdomain: "media", fieldtype, target });
}

/** Whether the attribute has, or may have, one of these values. */
function says(readings: ReturnType<Subject["read"]>, is: readonly string[]): boolean {
  return readings.some(({ value }) =>
    candidates(value).some((one) => one.is === "unknown" || (one.is === "text" && is.includes(one.text.toUpperCase()))),
  );
}
