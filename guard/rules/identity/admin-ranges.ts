import { publicAddresses, rangeOf } from "../../openness/addresses.ts";
import { ADMIN_PORTS, adminEntries, canAdminister } from "../../openness/admin-entries.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Refusal } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "identity/admin-ranges",
  title: "Administration comes from the ranges that the policy declares",
  why: "No address says in which country its user sits. Whoever lets in declares which ranges are the team's, and from where; nothing else gets in.",
  controls: ["ADM-1", "SecNumCloud:19.2.c", "CADA:3.1", "CSF:SOV-4"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => canAdminister(reading),
  options: {
    /** Ranges from which the team administers, as CIDR blocks. Private ranges need no declaration. */
    ranges: [] as readonly string[],
    ports: ADMIN_PORTS,
  },
  check(_resource, { ranges, ports }, { subject, reading }) {
    const declared = ranges.flatMap((text) => rangeOf(text) ?? []);
    const want =
      ranges.length === 0 ? "private ranges, or ranges that the policy declares" : `private ranges, or one of ${ranges.join(", ")}`;
    const fix = 'take it out, or declare the range: parameters["identity/admin-ranges"].ranges';
    return all(
      adminEntries(subject, reading, ports).flatMap(({ found }): readonly Refusal[] => [
        ...found.unknown.map(({ path, cause, chain }) => ({
          verdict: "undecided" as const,
          because: `from where it is administered is not known: ${cause}`,
          want,
          fix,
          path,
          chain,
        })),
        ...found.open.map((path) => ({ because: `is administered from everywhere: ${path} names no range`, want, fix, path })),
        ...found.entries
          .filter(({ range }) => publicAddresses([range]).some(({ count }) => count > 0n))
          .filter(({ range }) => !declared.some((one) => one.family === range.family && one.first <= range.first && one.last >= range.last))
          .map(({ path, text, chain }) => ({
            because: `is administered from ${text}, which the policy does not declare`,
            want,
            fix,
            path,
            value: text,
            chain,
          })),
      ]),
    );
  },
  examples: {
    passes: { "the company's network": access(["10.0.0.0/8"]) },
    fails: { "a range that nobody declared": access(["91.198.174.0/24"]) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...access(["${var.unknown}"]) } },
  },
});

function access(ip_ranges: readonly string[]) {
  return sample("outscale_api_access_rule", { ip_ranges, description: "administrators" });
}
