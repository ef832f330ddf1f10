import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { publicAddresses } from "../../openness/addresses.ts";
import { entriesOf } from "../../openness/ingress.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";

const want = "private ranges only";

export default defineRule({
  id: "isolation/private-control-plane",
  title: "What commands a cluster, a console or an account is reached from private networks only",
  why: "Whoever reaches the API of a cluster is one stolen token away from everything that runs in it.",
  controls: ["NET-2", "SecNumCloud:9.6.d", "SecNumCloud:13.2"],
  on: "resource",
  level: "on request",
  when: (sort) =>
    sort.reading?.ingress?.some(({ administers }) => administers === true) === true || asks("privateControlPlane", ["cluster"])(sort),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    const lists = cx.reading?.ingress?.filter(({ administers }) => administers === true) ?? [];
    if (lists.length === 0)
      return judgeFact(cx, {
        rule: "isolation/private-control-plane",
        fact: "privateControlPlane",
        what: "a private address of what commands it",
        good: (value) => value === true,
        bad: "is commanded over the internet",
        accept,
      });
    return all(
      lists.flatMap((list): readonly Refusal[] => {
        const { entries, open, unknown } = entriesOf(cx.subject, list);
        const fix = list.remedy ?? `name private ranges in ${list.path}`;
        return [
          ...open.map((path) => ({ because: `is commanded from everywhere: ${path} names no range`, want, fix, path })),
          ...unknown.map(({ path, cause, chain }) => ({
            verdict: "undecided" as const,
            because: `from where it is commanded is not known: ${cause}`,
            want,
            fix,
            path,
            chain,
          })),
          ...entries
            .filter(({ range }) => publicAddresses([range]).some(({ count }) => count > 0n))
            .map(({ path, text, chain }) => ({
              because: `is commanded over the internet, from ${text}`,
              want,
              fix,
              path,
              value: text,
              chain,
            })),
        ];
      }),
    );
  },
  examples: {
    passes: { "from the company's network": cluster(["10.0.0.0/8"]) },
    fails: { "from an office, over the internet": cluster(["91.198.174.0/24"]), "from everywhere": cluster(["0.0.0.0/0"]) },
    undecided: { "from wherever a variable says": { variable: { unknown: {} }, ...cluster(["${var.unknown}"]) } },
  },
});

function cluster(admin_whitelist: readonly string[]) {
  return sample("outscale_oks_cluster", {
    project_id: "p",
    name: "shop",
    version: "1.33",
    cidr_pods: "10.1.0.0/16",
    cidr_service: "10.2.0.0/16",
    admin_whitelist,
  });
}
