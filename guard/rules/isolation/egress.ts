import type { IngressReading } from "../../../clouds/contract/index.ts";
import { judgeFact } from "../../asking/asked-fact.ts";
import { entriesOf, tooWide } from "../../openness/ingress.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal, type Ruling } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";
import { type Candidate, candidates } from "../../subject/decide.ts";
import type { Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";

export default defineRule({
  id: "isolation/egress",
  title: "What may be reached from inside is named",
  why: "An intruder who cannot call out cannot carry anything away. Data leaves by the way that nobody closed, because nobody came in by it.",
  controls: ["NET-3", "Gaia-X:P5.1.6"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.egress !== undefined || reading?.facts?.["egressLimited"] !== undefined,
  options: {
    /** Ports on which anything may be reached, `443`. */
    anywherePorts: [] as readonly number[],
    /** The largest public block that may be reached altogether, as the length of its IPv4 prefix. */
    widestIpv4: 16,
    /** The same for IPv6. */
    widestIpv6: 32,
  },
  check(_resource, { anywherePorts, widestIpv4, widestIpv6 }, cx) {
    const { subject, reading } = cx;
    const want = `destinations that hold no more public addresses than a /${widestIpv4} (IPv4) or a /${widestIpv6} (IPv6)`;
    const refusals = (reading?.egress ?? []).flatMap((list): readonly Refusal[] => {
      const { entries, open, unknown } = entriesOf(subject, list);
      const silent = silence(subject, list);
      const fix = list.remedy ?? `name the ranges that have to be reached in ${list.path}`;
      const counted = entries.filter(({ ports }) => ports === null || !anywherePorts.map(String).includes(ports));
      return [
        ...(silent === "unknown"
          ? [
              {
                verdict: "undecided" as const,
                because: "whether a rule for what goes out is among them is not known",
                want,
                fix,
                path: list.path,
              },
            ]
          : []),
        ...[...open, ...(silent === "open" ? [list.path] : [])].map((path) => ({
          because: `lets everything out: ${path} names no range`,
          want,
          fix,
          path,
        })),
        ...unknown.map(({ path, cause, chain }) => ({
          verdict: "undecided" as const,
          because: `what may be reached is not known: ${cause}`,
          want,
          fix,
          path,
          chain,
        })),
        ...tooWide(counted, { 4: widestIpv4, 6: widestIpv6 }).flatMap((family) => {
          const widest = counted.filter(({ range }) => range.family === family).sort((a, b) => (size(a) < size(b) ? 1 : -1))[0];
          return widest === undefined
            ? []
            : [{ because: `lets out to ${widest.text}`, want, fix, path: widest.path, value: widest.text, chain: widest.chain }];
        }),
      ];
    });
    if (refusals.length > 0 || reading?.facts?.["egressLimited"] === undefined) return all(refusals);
    return limited(cx);
  },
  examples: {
    passes: { "a partner's range": out(["91.198.174.0/24"]), "private ranges": out(["10.0.0.0/8"]) },
    fails: {
      everywhere: out(["0.0.0.0/0"]),
      "a firewall without a rule for what goes out": firewall({
        direction: "in",
        protocol: "tcp",
        port: "443",
        source_ips: ["10.0.0.0/8"],
      }),
    },
    undecided: { "wherever a variable says": { variable: { unknown: {} }, ...out(["${var.unknown}"]) } },
  },
});

const size = ({ range }: { readonly range: { readonly first: bigint; readonly last: bigint } }): bigint => range.last - range.first;

function firewall(rule: { readonly [attribute: string]: Json }) {
  return sample("hcloud_firewall", { name: "wall", rule: [rule] });
}

function out(destination_ips: readonly string[]) {
  return firewall({ direction: "out", protocol: "tcp", port: "443", destination_ips });
}

function limited(cx: Parameters<typeof judgeFact>[0]): Ruling {
  return judgeFact(cx, {
    rule: "isolation/egress",
    fact: "egressLimited",
    what: "a limit on what goes out",
    good: (value) => value === true,
    bad: "lets everything out that no rule keeps in",
  });
}

/** No entry of the list speaks of what goes out, where silence lets everything out. */
function silence(subject: Subject, { path, where, absent }: IngressReading): "open" | "unknown" | undefined {
  if (where === undefined || absent !== "open" || subject.read(path).length === 0) return undefined;
  const beside = `${path.slice(0, path.lastIndexOf(".") + 1)}${where.attribute}`;
  const words = where.is.map((word) => word.toLowerCase());
  const said = subject.read(beside).map(({ value }) => candidates(value));
  const isMeant = (one: Candidate): boolean => one.is === "text" && words.includes(one.text.toLowerCase());
  if (said.some((all) => all.every(isMeant))) return undefined;
  if (said.some((all) => all.some(({ is }) => is === "unknown"))) return "unknown";
  return said.some((all) => all.some((one) => one.is === "absent" || isMeant(one))) ? undefined : "open";
}
