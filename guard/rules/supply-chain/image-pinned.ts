import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";
import { imageReference } from "../../software/container-image.ts";
import { candidates } from "../../subject/decide.ts";

export default defineRule({
  id: "supply-chain/image-pinned",
  title: "A container is named by its digest",
  why: "A tag is moved in a second, and what was tested yesterday is not what runs today. A digest names the bytes.",
  controls: ["CSF:SOV-5", "NIS2:21.2.d"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.images?.some(({ form }) => form === "container") === true,
  check(_resource, _options, { subject, reading }) {
    return all(
      (reading?.images ?? []).flatMap(({ path: where, form }) =>
        form !== "container"
          ? []
          : subject.read(where).flatMap(({ path, value }) =>
              candidates(value).flatMap((one): readonly Refusal[] => {
                const [want, fix] = ["an image with its digest", `end ${path} with @sha256:… of the image`];
                if (one.is === "absent") return [];
                if (one.is === "unknown")
                  return [
                    { verdict: "undecided", because: `which image runs is not known: ${one.cause}`, want, fix, path, chain: one.chain },
                  ];
                return /^sha(?:256|512):[0-9a-f]{64,}$/.test(imageReference(one.text).digest ?? "")
                  ? []
                  : [{ because: `runs whatever ${one.text} is at the time`, want, fix, path, value: one.text, chain: one.chain }];
              }),
            ),
      ),
    );
  },
  examples: {
    passes: { "a digest": job(`rg.fr-par.scw.cloud/shop/web@sha256:${"0".repeat(64)}`) },
    fails: { "a tag": job("rg.fr-par.scw.cloud/shop/web:1.2"), "nothing at all": job("rg.fr-par.scw.cloud/shop/web") },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...job("${var.unknown}") } },
  },
});

function job(image_uri: string) {
  return sample("scaleway_job_definition", { name: "nightly", region: "fr-par", cpu_limit: 140, memory_limit: 256, image_uri });
}
