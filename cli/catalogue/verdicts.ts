/** Which stored verdicts another catalogue would change, by what a report keeps of each resource: its type, its operator, and its place. */
import { readFileSync } from "node:fs";
import { InputError } from "../../catalogue/errors.ts";
import { operatorStanding, regionStanding, type Standing } from "../../guard/approvals/approvals.ts";
import { regionOf } from "../../guard/approvals/regions.ts";
import type { Countries, JudgedResource, Policy, Report } from "../../guard/index.ts";
import type { Snapshot } from "./snapshot.ts";

/** One stored verdict that does not hold under the other catalogue, or may not. */
export interface Shaken {
  readonly file: string;
  readonly address: string;
  readonly was: string;
  /** `judge-again`: how its type is placed has changed, which only the infrastructure itself can answer. */
  readonly would: "refused" | "accepted" | "judge-again";
  readonly because: string;
}

/** @throws InputError when the file is no report that `terroir check --json` wrote */
export function storedReport(file: string): Report {
  let report: Partial<Report> | null;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as Partial<Report> | null;
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${(error as Error).message}. Write it with: terroir check --json > ${file}`, {
      cause: error,
    });
  }
  if (!Array.isArray(report?.resources) || report.verdict === undefined)
    throw new InputError(`${file} holds no verdicts. Write it with: terroir check --json > ${file}`);
  return report as Report;
}

export function shakenBy(old: Snapshot, now: Snapshot, policy: Policy, file: string, report: Report): readonly Shaken[] {
  return report.resources.flatMap((resource): readonly Shaken[] => {
    const one = (would: Shaken["would"], because: string): Shaken => ({
      file,
      address: resource.address,
      was: resource.verdict,
      would,
      because,
    });
    for (const [before, after] of [
      [operatorIn(old, policy, resource), operatorIn(now, policy, resource)],
      [regionIn(old, policy, resource), regionIn(now, policy, resource)],
    ])
      if (before !== undefined && after !== undefined && before.approved !== after.approved)
        return [one(after.approved ? "accepted" : "refused", after.because)];
    const [was, is] = [placementIn(old, resource), placementIn(now, resource)];
    return was === is
      ? []
      : [one("judge-again", is === undefined ? "its type is not known any more" : "its type is placed by another fact")];
  });
}

/** The policy with its blocs spelt out, as the catalogue has them. */
function under({ blocs }: Snapshot, policy: Policy): Policy {
  const spelt = (countries: Countries): Countries => (typeof countries === "string" ? blocs[countries] : countries);
  const { seat = policy.countries, control = policy.countries } = policy.operators;
  return { ...policy, countries: spelt(policy.countries), operators: { ...policy.operators, seat: spelt(seat), control: spelt(control) } };
}

const no = (because: string): Standing => ({ approved: false, because });

function operatorIn(snapshot: Snapshot, policy: Policy, { place }: JudgedResource): Standing | undefined {
  if (place === null) return undefined;
  const operator = Object.hasOwn(snapshot.operators, place.operator) ? snapshot.operators[place.operator] : undefined;
  return operator === undefined
    ? no(`the catalogue does not know an operator ${place.operator} on ${snapshot.day}`)
    : operatorStanding(under(snapshot, policy), operator, snapshot.day);
}

function regionIn(snapshot: Snapshot, policy: Policy, { place, provider }: JudgedResource): Standing | undefined {
  if (place?.region == null) return undefined;
  const [cloud, facts] = Object.entries(snapshot.clouds).find(([, one]) => provider !== null && one.providers.includes(provider)) ?? [];
  if (cloud === undefined || facts === undefined) return no(`the catalogue does not know the provider ${provider}`);
  const regions = Object.fromEntries(Object.entries(facts.regions).map(([code, site]) => [code, { ...site, at: [0, 0] as const }]));
  const whole = { cloud, regions } as unknown as Parameters<typeof regionStanding>[1];
  const region = regionOf(whole, place.region);
  return region === undefined
    ? no(`the catalogue does not know ${cloud}:${place.region} on ${snapshot.day}`)
    : regionStanding(under(snapshot, policy), whole, region, snapshot.day);
}

function placementIn(snapshot: Snapshot, { provider, type, address }: JudgedResource): string | undefined {
  const facts = Object.values(snapshot.clouds).find((one) => provider !== null && one.providers.includes(provider));
  const name = /(?:^|\.)data\.[^.]+\.[^.]+$/.test(address) ? `data.${type}` : type;
  return facts !== undefined && Object.hasOwn(facts.types, name) ? facts.types[name] : undefined;
}
