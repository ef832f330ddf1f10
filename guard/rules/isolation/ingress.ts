import type { Companion, IngressReading, Reading } from "../../../clouds/contract/index.ts";
import { placedBeside } from "../../hearing/companions.ts";
import type { Hearing } from "../../hearing/hearing.ts";
import { publicAddresses } from "../../openness/addresses.ts";
import { exposuresOf } from "../../openness/exposure.ts";
import { type Entry, entriesOf, tooWide } from "../../openness/ingress.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, nothingToJudge, type Refusal } from "../../rule/rule.ts";
import type { Subject } from "../../subject/infrastructure.ts";

const group = (remote_ip_prefix: readonly string[], port = 22) => ({
  resource: {
    ovh_cloud_security_group: {
      g: {
        service_name: "abc",
        region: "GRA11",
        name: "g",
        rule: remote_ip_prefix.map((prefix) => ({
          direction: "INGRESS",
          ethernet_type: "IPV4",
          protocol: "TCP",
          port_range_min: port,
          port_range_max: port,
          remote_ip_prefix: prefix,
        })),
      },
    },
  },
});

export default defineRule({
  id: "isolation/ingress",
  title: "No list lets the whole world in",
  why: "An open range is how scanners find a database within minutes. Two halves of the world are the world as well.",
  controls: ["NET-1", "NIS2-IR:6.7", "NIS2-IR:6.8", "SecNumCloud:9.6.d", "SecNumCloud:13.2"],
  on: "resource",
  when: ({ reading }) => reading?.ingress !== undefined || reading?.companions !== undefined,
  options: {
    /** Ports on which anybody may enter, `443`. */
    publicPorts: [] as readonly number[],
    /** The largest public block that a list may let in altogether, as the length of its IPv4 prefix. */
    widestIpv4: 16,
    /** The same for IPv6. */
    widestIpv6: 32,
  },
  check(_resource, { publicPorts, widestIpv4, widestIpv6 }, { hearing, subject, reading }) {
    if (reading === undefined) return nothingToJudge;
    const widest = { 4: widestIpv4, 6: widestIpv6 } as const;
    return all([
      ...(reading.ingress ?? []).flatMap((list) => judgeList(hearing, subject, reading, list, publicPorts, widest)),
      ...(reading.companions ?? []).flatMap((companion) => judgeCompanion(hearing, subject, companion)),
    ]);
  },
  examples: {
    passes: { "the office's own range": group(["198.51.100.0/24"]), "private ranges": group(["10.0.0.0/8", "fd00::/8"]) },
    fails: {
      everybody: group(["0.0.0.0/0"]),
      "everybody, in version 6": group(["::/0"]),
      "everybody, in two halves": group(["0.0.0.0/1", "128.0.0.0/1"]),
      "a cluster whose API has no list": {
        resource: { ovh_cloud_project_kube: { k: { service_name: "abc", name: "shop", region: "GRA11", private_network_id: "n" } } },
      },
    },
    undecided: { "whoever a variable says": { variable: { from: {} }, ...group(["${var.from}"]) } },
  },
});

function judgeList(
  hearing: Hearing,
  subject: Subject,
  reading: Reading,
  list: IngressReading,
  publicPorts: readonly number[],
  widest: { readonly 4: number; readonly 6: number },
): readonly Refusal[] {
  if (list.onlyWhenPublic === true && exposuresOf(hearing, subject, reading).length === 0) return [];
  const { entries, open, unknown } = entriesOf(subject, list);
  const fix = list.remedy ?? `name the ranges that have to get in in ${list.path}`;
  const want = `ranges that hold no more public addresses than a /${widest[4]} (IPv4) or a /${widest[6]} (IPv6)`;
  const guarded = ({ ports }: { readonly ports: string | null }) => ports === null || !publicPorts.map(String).includes(ports);
  const counted = entries.filter(guarded);
  return [
    ...open.map((path): Refusal => ({ because: `lets everybody in: ${path} names no range`, want, fix, path })),
    // Whoever it is may use a port on which anybody may enter.
    ...unknown.filter(guarded).map(
      ({ path, cause, chain }): Refusal => ({
        verdict: "undecided",
        because: `who may enter is not known: ${cause}`,
        want,
        fix,
        path,
        chain,
      }),
    ),
    ...tooWide(counted, widest).map((family) =>
      tooMany(
        counted.filter((entry) => entry.range.family === family),
        want,
        fix,
      ),
    ),
  ];
}

/** Names the widest entry; the others are said to add to it. */
function tooMany(entries: readonly Entry[], want: string, fix: string): Refusal {
  const size = (entry: Entry): bigint => publicAddresses([entry.range]).reduce((sum, { count }) => sum + count, 0n);
  const [first, ...others] = [...entries].sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : a.path < b.path ? -1 : 1));
  const text = first?.text ?? "";
  const because = others.length === 0 ? `lets in ${text}` : `lets in ${text} and ${others.length} more: together too many`;
  return { because, want, fix, path: first?.path ?? "", value: text, chain: first?.chain ?? [] };
}

function judgeCompanion(hearing: Hearing, subject: Subject, { type, path, because, remedy }: Companion): readonly Refusal[] {
  const found = placedBeside(hearing, subject, type, path);
  if (found === "there") return [];
  if (found === "perhaps")
    return [
      {
        verdict: "undecided",
        because: `whether an ${type} belongs to it is not known`,
        fix: `let ${path} of the ${type} refer to this resource`,
      },
    ];
  return [{ because: `lets everybody in. ${because.replace(/\.$/, "")}`, want: `an ${type} beside it`, fix: remedy.replace(/\.$/, "") }];
}
