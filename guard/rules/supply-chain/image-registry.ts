import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";
import { imageReference, isKeptAt } from "../../software/container-image.ts";
import { candidates } from "../../subject/decide.ts";

export default defineRule({
  id: "supply-chain/image-registry",
  title: "Containers come from registries that the policy names",
  why: "A registry can take an image away, change it, or be told to keep it from you. What runs in production comes from where you keep it.",
  controls: ["CSF:SOV-5", "NIS2:21.2.d"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.images?.some(({ form }) => form === "container") === true,
  options: {
    /** Hosts of registries, `registry.acme.example`; one that begins with a dot means every name under it. */
    registries: [".scw.cloud", ".container-registry.ovh.net"] as readonly string[],
  },
  check(_resource, { registries }, { subject, reading }) {
    const want = `an image of ${registries.join(", ")}`;
    return all(
      (reading?.images ?? []).flatMap(({ path: where, form }) =>
        form !== "container"
          ? []
          : subject.read(where).flatMap(({ path, value }) =>
              candidates(value).flatMap((one): readonly Refusal[] => {
                const fix = "copy the image to a registry of your own, or name its registry in the policy";
                if (one.is === "absent") return [];
                if (one.is === "unknown")
                  return [
                    { verdict: "undecided", because: `which image runs is not known: ${one.cause}`, want, fix, path, chain: one.chain },
                  ];
                return isKeptAt(one.text, registries)
                  ? []
                  : [
                      {
                        because: `runs an image of ${imageReference(one.text).registry}`,
                        want,
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
    passes: { "an image of one's own": container("rg.fr-par.scw.cloud/shop/web:1.2") },
    fails: { "an image of Docker Hub": container("nginx:1.27"), "an image of GitHub": container("ghcr.io/acme/web:1") },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...container("${var.unknown}") } },
  },
});

function container(registry_image: string) {
  return sample("scaleway_container", { name: "web", namespace_id: "n", region: "fr-par", privacy: "private", registry_image });
}
