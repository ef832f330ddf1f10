import { publicAddresses } from "../../openness/addresses.ts";
import { ADMIN_PORTS, adminEntries, canAdminister } from "../../openness/admin-entries.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal } from "../../rule/rule.ts";
import { group } from "../../rule/samples.ts";

export default defineRule({
  id: "isolation/admin-ports",
  title: "Ports of administration answer a few named addresses only",
  why: "SSH and RDP are tried from everywhere, all day. A range as wide as a city's provider has room for every stolen machine in it.",
  controls: ["NET-2", "SecNumCloud:9.6.d", "SecNumCloud:13.2"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => canAdminister(reading),
  options: {
    ports: ADMIN_PORTS,
    /** How many public addresses one entry may let in. */
    atMost: 16,
  },
  check(_resource, { ports, atMost }, { subject, reading }) {
    const want = `at most ${atMost} public addresses by entry, or private ones`;
    return all(
      adminEntries(subject, reading, ports).flatMap(({ list, found }): readonly Refusal[] => {
        const fix = list.remedy ?? `name the addresses of the administrators in ${list.path}`;
        return [
          ...found.unknown.map(({ path, cause, chain }) => ({
            verdict: "undecided" as const,
            because: `who may administer is not known: ${cause}`,
            want,
            fix,
            path,
            chain,
          })),
          ...found.open.map((path) => ({ because: `lets everybody administer: ${path} names no range`, want, fix, path })),
          ...found.entries
            .filter(({ range }) =>
              publicAddresses([range]).some(({ family, count }) => count > (family === 4 ? BigInt(atMost) : 1n << 64n)),
            )
            .map(({ path, text, chain }) => ({ because: `lets ${text} administer`, want, fix, path, value: text, chain })),
        ];
      }),
    );
  },
  examples: {
    passes: { "one address by SSH": enter(22, "91.198.174.1/32"), "the world by HTTPS, which others judge": enter(443, "0.0.0.0/0") },
    fails: { "a provider's range by SSH": enter(22, "91.198.160.0/19"), "everybody by RDP": enter(3389, "0.0.0.0/0") },
    undecided: { "whoever a variable says": { variable: { unknown: {} }, ...enter(22, "${var.unknown}") } },
  },
});

function enter(port: number, remote_ip_prefix: string) {
  return group({ direction: "INGRESS", protocol: "TCP", port_range_min: port, port_range_max: port, remote_ip_prefix });
}
