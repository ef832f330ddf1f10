import { regionStanding } from "../../approvals/approvals.ts";
import { regionOf } from "../../approvals/regions.ts";
import type { Hearing } from "../../hearing/hearing.ts";
import { cloudsAnswering } from "../../operator/operator.ts";
import { locate } from "../../place/index.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, nothingToJudge, type Refusal, type Ruling } from "../../rule/rule.ts";
import { candidates } from "../../subject/decide.ts";
import type { Subject } from "../../subject/infrastructure.ts";

const kube = { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "GRA11" } } };

export default defineRule({
  id: "execution/opaque",
  title: "Nothing is made or taken over whose content cannot be judged",
  why: "A manifest, a module's hidden content, a file that the engine reads beside can make anything anywhere, and no check of attributes would notice.",
  controls: ["CSF:SOV-5"],
  on: ["resource", "module", "import", "file"],
  check(subject, _options, { hearing, subject: raw }): Ruling {
    if (raw.shown === true) return nothingToJudge;
    switch (subject.kind) {
      case "module":
        return opaque(
          `calls the module ${subject.type}, whose content this view does not show`,
          "check the plan, which shows what the module declares, or write its resources here",
        );
      case "file":
        return hearing.infrastructure.view === "folder"
          ? opaque(`is code that could not be read (${subject.type})`, "put it right, or take it out of the folder")
          : opaque(
              `is a file that was not written by the synthesis, and that the engine would read (${subject.type})`,
              "take it out of the folder, or describe what it says in the program",
            );
      case "import":
        return all(namedOutside(hearing, raw));
      default: {
        const located = locate(hearing, raw);
        return located.is === "opaque"
          ? opaque(located.because, "use a resource whose effect can be judged, or waive this one by its address")
          : nothingToJudge;
      }
    }
  },
  examples: {
    passes: { "a plain resource": { resource: kube } },
    fails: {
      "an import from Canada": { resource: kube, import: [{ to: "ovh_cloud_project_kube.k", id: "abc/BHS5/1234" }] },
      "an import from Las Vegas": {
        resource: { ionoscloud_server: { s: { datacenter_id: "d" } } },
        import: [{ to: "ionoscloud_server.s", id: "us/las:d/s" }],
      },
    },
    undecided: {
      "a module from elsewhere": { module: { shop: { source: "git::https://example.com/shop.git" } } },
      "a manifest, which says itself what it makes": { resource: { kubernetes_manifest: { shop: { manifest: {} } } } },
    },
  },
});

const opaque = (because: string, fix: string): Refusal => ({
  verdict: "undecided",
  because,
  want: "what can be judged before it is applied",
  fix,
});

/** An id may name a region that nothing else in the configuration does: `project/BHS5/1234`. */
function namedOutside(hearing: Hearing, subject: Subject): readonly Refusal[] {
  const clouds = cloudsAnswering(hearing, subject);
  const fix = "import what is in an approved place, or waive it by its address";
  const readings = subject.read("id");
  // An import by identity, or by nothing: what it names cannot be judged.
  if (readings.every(({ value }) => candidates(value).some((one) => one.is === "absent")))
    return [
      { verdict: "undecided", because: "what is imported is not named by an id", want: "an id in an approved place", fix: "import by id" },
    ];
  return readings.flatMap(({ path, value }) =>
    candidates(value).flatMap((one): readonly Refusal[] => {
      if (one.is === "absent") return [];
      if (one.is === "unknown")
        return [
          {
            verdict: "undecided",
            because: `what is imported is not known: ${one.cause}`,
            fix: "write the id as a literal",
            path,
            chain: one.chain,
          },
        ];
      const parts = one.text.split(/[^A-Za-z0-9-]+/);
      // Some operators write a region in two parts: `us/las:1234`.
      const words = [...parts, ...parts.slice(1).map((part, index) => `${parts[index]}/${part}`)];
      return clouds.flatMap((facts) =>
        words.flatMap((word) => {
          const region = regionOf(facts, word);
          if (region === undefined || regionStanding(hearing.approvals, facts, region, hearing.day).approved) return [];
          const { because } = regionStanding(hearing.approvals, facts, region, hearing.day);
          return [
            {
              because: `imports something from elsewhere: ${because}`,
              want: "an id in an approved place",
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
}
