/** Whether the services that run here have a certificate, where they run: a certificate holds for a service in a region, and for no company. */
import { holdsOn } from "../../catalogue/index.ts";
import type { Certificate } from "../../clouds/contract/index.ts";
import { CLOUD_FACTS, cloudFactsBySource } from "../../clouds/facts.ts";
import { certificateFor } from "../approvals/certified.ts";
import { regionOf } from "../approvals/regions.ts";
import type { Part } from "../report/assessment.ts";
import type { JudgedResource, Report } from "../report/finding.ts";

/** A resource is certified when the certificate in its region names the concept that it is. */
export function certificatesAt(name: string, report: Report): Part {
  const placed = report.resources.filter(
    ({ place, type, provider }) => place !== null && place.region !== null && type !== "" && provider !== null,
  );
  const found = placed.map((resource) => ({ resource, certificate: certificateOf(name, resource, report) }));
  const without = found.filter(({ certificate }) => certificate === undefined).map(({ resource }) => resource.address);
  if (placed.length === 0)
    return { shown: "not-shown", because: "Nothing here has a place in which a service could be certified.", addresses: [] };
  if (without.length > 0)
    return {
      shown: "not-shown",
      because: `The catalogue knows no certificate ${name} for the service and the region of ${without.length} of ${placed.length} resources. ${knownElsewhere(name, report)}`,
      addresses: without,
    };
  const all = [...new Set(found.flatMap(({ certificate }) => certificate ?? []))];
  return {
    shown: "claimed",
    because: `The catalogue has a certificate ${name} for the service and the region of all ${placed.length} resources.`,
    addresses: [],
    evidence: all.map(({ services, source, seen }) => ({ says: `${name} covers ${services.join(", ")}.`, source, seen })),
  };
}

/** Where to go for it. */
function knownElsewhere(name: string, { asOf }: Report): string {
  const held = CLOUD_FACTS.flatMap((facts) =>
    Object.entries(facts.regions).flatMap(([code, region]) =>
      region.certificates?.some((one) => one.name === name && one.verified !== false && holdsOn(one, asOf)) === true
        ? [`${facts.cloud}:${code}`]
        : [],
    ),
  );
  return held.length === 0 ? "It knows none of that name." : `It knows one for services in ${held.join(", ")}.`;
}

function certificateOf(name: string, { provider, type, place }: JudgedResource, { asOf }: Report): Certificate | undefined {
  const facts = cloudFactsBySource(provider ?? "");
  const region = facts === undefined || place === null || place.region === null ? undefined : regionOf(facts, place.region);
  if (facts === undefined || region === undefined) return undefined;
  const concept = Object.hasOwn(facts.readings, type) ? facts.readings[type]?.concept : undefined;
  return certificateFor(name, region, { type, concept }, asOf);
}
