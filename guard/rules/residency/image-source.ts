import { endpointRefusal } from "../../place/sending.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";
import { candidates } from "../../subject/decide.ts";

export default defineRule({
  id: "residency/image-source",
  title: "Disk images and models are fetched from approved places",
  why: "What a machine starts with decides what it does. Fetched from abroad, it is whatever somebody there put in its place.",
  controls: ["GEO-3", "SecNumCloud:19.2.d", "CSF:SOV-5"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.images?.some(({ form }) => form === "url") === true,
  check(_resource, _options, { hearing, subject, reading }) {
    return all(
      (reading?.images ?? []).flatMap(({ path: where, form }) =>
        form !== "url"
          ? []
          : subject.read(where).flatMap(({ path, value }) =>
              candidates(value).flatMap((one): readonly Refusal[] => {
                if (one.is === "absent") return [];
                const fix = `set ${path} to an address in an approved place, or add its host to the policy's endpoints`;
                if (one.is === "unknown")
                  return [
                    { verdict: "undecided", because: `from where it is fetched is not known: ${one.cause}`, fix, path, chain: one.chain },
                  ];
                const refusal = endpointRefusal(hearing, "image", { code: one.text, path, chain: one.chain });
                return refusal === undefined
                  ? []
                  : [
                      {
                        ...refusal,
                        because: refusal.because.replace("goes to", "comes from"),
                        fix,
                        path,
                        value: one.text,
                        chain: one.chain,
                      },
                    ];
              }),
            ),
      ),
    );
  },
  examples: {
    passes: { "a disk from a bucket in Paris": snapshot("https://oos.eu-west-2.outscale.com/images/base.qcow2") },
    fails: { "a disk from Amazon": snapshot("https://images.s3.us-east-1.amazonaws.com/base.qcow2") },
    undecided: {
      "a disk from wherever a variable says": { variable: { unknown: {} }, ...snapshot("${var.unknown}") },
      "a disk from a host that nobody knows": snapshot("https://images.example.com/base.qcow2"),
    },
  },
});

function snapshot(file_location: string) {
  return sample("outscale_snapshot", { file_location, snapshot_size: 10737418240 });
}
