import { describe, expect, it } from "vitest";
import { COUNTRIES, inBloc, isCountryCode, today } from "../../catalogue/index.ts";
import type { CloudFacts } from "../../clouds/contract/facts.ts";
import type { Region, Site } from "../../clouds/contract/region.ts";
import { regionOf } from "../../clouds/contract/region-of.ts";
import { CLOUD_FACTS, cloudFacts, cloudFactsBySource } from "../../clouds/facts.ts";
import { operator } from "../../clouds/operators.ts";
import { faultOf, sourcedFacts } from "../catalogue/sourced-facts.ts";
import { BOXES } from "./boxes.ts";

const sites = CLOUD_FACTS.flatMap((facts) =>
  [...Object.entries(facts.regions), ...Object.entries(facts.locations ?? {})].map(([code, site]): [string, Site] => [
    `${facts.cloud}:${code}`,
    site,
  ]),
);

/** Every site of a cloud, with every way to write it. */
function spellings(facts: CloudFacts): readonly { readonly text: string; readonly site: Site }[] {
  const zones = (site: Region): readonly string[] => site.zones ?? [];
  return [...Object.entries<Region>(facts.regions), ...Object.entries<Region>(facts.locations ?? {})].flatMap(([code, site]) =>
    [code, ...(site.aliases ?? []), ...zones(site)].map((text) => ({ text, site })),
  );
}

describe.each(CLOUD_FACTS.map((facts) => [facts.cloud, facts] as const))("%s", (_, facts) => {
  it("has regions, each fact with a source that was read within a year", () => {
    expect(Object.keys(facts.regions).length).toBeGreaterThan(0);
    const { regions, locations, hosts, provider } = facts;
    const found = sourcedFacts({ regions, locations, hosts, known: provider.endpoint?.known });
    expect(found.length).toBeGreaterThanOrEqual(Object.keys(regions).length);
    expect(found.flatMap((fact) => faultOf(fact, today()) ?? [])).toEqual([]);
    expect(Object.values(regions).every((region) => sourcedFacts(region).length > 0)).toBe(true);
  });

  it("has an operator that the catalogue knows, and so has every site and host", () => {
    const ids = [facts, ...facts.hosts, ...Object.values(facts.regions), ...Object.values(facts.locations ?? {})].map((x) => x.operator);
    const named = [...ids, ...Object.values(facts.provider.endpoint?.known ?? {}).map((k) => k.operator)].filter((id) => id !== undefined);
    expect(named.filter((id) => operator(id) === undefined)).toEqual([]);
    if (facts.operator === undefined)
      expect(Object.values(facts.regions).every((region: Region) => region.operator !== undefined)).toBe(true);
  });

  it("has regions only in locations that it has, of the same country", () => {
    for (const [code, region] of Object.entries<Region>(facts.regions)) {
      if (region.location === undefined) continue;
      const { country, city, operator } = facts.locations?.[region.location] ?? {};
      expect({ country, city, operator }, code).toEqual({ country: region.country, city: region.city, operator: region.operator });
    }
  });

  it("gives no spelling to two countries", () => {
    const spelled = new Map<string, Set<string>>();
    const add = (text: string, country: string) =>
      spelled.set(text.toLowerCase(), (spelled.get(text.toLowerCase()) ?? new Set()).add(country));
    for (const { text, site } of spellings(facts)) add(text, site.country);
    expect([...spelled].filter(([, countries]) => countries.size > 1)).toEqual([]);
  });

  it("finds each of its spellings, exactly, in the country that it says", () => {
    for (const { text, site } of spellings(facts))
      expect(regionOf(facts, text), text).toMatchObject({ country: site.country, exact: true });
  });

  it("has hosts in lower case, each with a region or a country, or else a store's of its own, of which the policy says where it is", () => {
    for (const host of facts.hosts) {
      expect(host.host).toMatch(/^[a-z0-9<>.-]+$/);
      const placed = [host.host.includes("<region>"), host.region !== undefined, host.country !== undefined].filter(Boolean).length;
      const ownStore = host.host.startsWith("<any>.") && host.serves === "object-storage";
      expect(placed, host.host).toBe(ownStore ? 0 : 1);
      if (host.region !== undefined) expect(regionOf(facts, host.region), host.host).toBeDefined();
      if (host.country !== undefined) expect(isCountryCode(host.country)).toBe(true);
      // What is said to be all that can be reached is an identity service's to say, and regions that are known.
      for (const code of host.reaches ?? []) expect([host.serves, regionOf(facts, code)?.exact], host.host).toEqual(["identity", true]);
    }
  });
});

describe("every site", () => {
  it.each(sites)("%s lies in its country", (name, { country, at: [north, east] }) => {
    expect(COUNTRIES[country], name).toBeDefined();
    const box = BOXES[country];
    if (box === undefined) throw new Error(`no box for ${country}`);
    const [south, top, west, right] = box;
    expect(north).toBeGreaterThanOrEqual(south);
    expect(north).toBeLessThanOrEqual(top);
    expect(east).toBeGreaterThanOrEqual(west);
    expect(east).toBeLessThanOrEqual(right);
  });
});

describe("names that lie", () => {
  it.each([
    ["ovh", "eu-west-eri", "GB"],
    ["ovh", "UK1", "GB"],
    ["ovh", "UK", "GB"],
    ["ovh", "eri1", "GB"],
    ["ovh", "EU-WEST-LZ-MNC-A", "GB"],
    ["ovh", "eu-west-lz-mnc", "GB"],
    ["ovh", "EU-WEST-LZ-ZRH-A", "CH"],
    ["ovh", "eu-west-lz-zrh", "CH"],
    ["ovh", "EU-NORTH-LZ-OSL-A", "NO"],
    ["ovh", "eu-north-lz-osl", "NO"],
    ["opentelekomcloud", "eu-ch2", "CH"],
    ["exoscale", "ch-gva-2", "CH"],
    ["exoscale", "ch-dk-2", "CH"],
    ["upcloud", "uk-lon1", "GB"],
    ["upcloud", "no-svg1", "NO"],
    ["ionoscloud", "gb/lhr", "GB"],
    ["openstack", "dc3-a", "CH"],
  ])("%s calls a place %s, and it is in %s", (cloud, code, country) => {
    const facts = cloudFacts(cloud);
    const found = facts && regionOf(facts, code);
    expect(found?.country).toBe(country);
    expect(inBloc(found?.country ?? "", "eu", "2026-11-23")).toBe(false);
  });

  it.each([
    ["ovh", "BHS5"],
    ["ovh", "SGP1"],
    ["ovh", "SYD1"],
    ["ovh", "YNM"],
    ["ovh", "AP-SOUTH-MUM-1"],
    ["ovh", "US-EAST-VA-1"],
    ["ovh", "US-WEST-LZ-PAO-A"],
    ["ovh", "AF-NORTH-LZ-RBA-A"],
    ["outscale", "us-east-2"],
    ["outscale", "ap-northeast-1a"],
    ["hcloud", "ash"],
    ["hcloud", "us-west"],
  ])("%s:%s is outside", (cloud, code) => {
    const facts = cloudFacts(cloud);
    const country = (facts && regionOf(facts, code))?.country;
    expect(country).toBeDefined();
    expect(inBloc(country ?? "", "eea", "2026-11-23")).toBe(false);
  });
});

describe("one code, two operators", () => {
  it.each([
    ["eu-west-2", "outscale", "FR", ["ovh", "scaleway", "ionoscloud", "openstack"]],
    ["eu-central-2", "ionoscloud", "DE", ["outscale", "ovh", "stackit"]],
    ["fr-par", "scaleway", "FR", ["ovh", "outscale", "upcloud"]],
    ["de", "ionoscloud", "DE", ["scaleway", "hcloud", "upcloud"]],
  ])("%s is %s's in %s, and nothing to the others", (code, cloud, country, others) => {
    const facts = cloudFacts(cloud);
    expect((facts && regionOf(facts, code))?.country).toBe(country);
    for (const other of others) {
      const theirs = cloudFacts(other);
      expect(theirs && regionOf(theirs, code), other).toBeUndefined();
    }
  });
});

describe("cloudFactsBySource", () => {
  it.each([
    ["ovh/ovh", "ovh"],
    ["OVH/ovh", "ovh"],
    ["registry.terraform.io/ovh/ovh", "ovh"],
    ["registry.opentofu.org/ovh/ovh", "ovh"],
    ["outscale/outscale", "outscale"],
    ["scaleway/scaleway", "scaleway"],
    ["ionos-cloud/ionoscloud", "ionoscloud"],
    ["opentelekomcloud/opentelekomcloud", "opentelekomcloud"],
    ["stackitcloud/stackit", "stackit"],
    ["exoscale/exoscale", "exoscale"],
    ["UpCloudLtd/upcloud", "upcloud"],
    ["hetznercloud/hcloud", "hcloud"],
    ["terraform-provider-openstack/openstack", "openstack"],
  ])("%s", (source, cloud) => {
    expect(cloudFactsBySource(source)?.cloud).toBe(cloud);
  });

  it.each(["evil/ovh", "ovh", "ovh/ovh/ovh", "registry.evil.example/ovh/ovh", "hashicorp/aws", "", "constructor", "ovh/ovh "])(
    "nothing for %j",
    (source) => {
      expect(cloudFactsBySource(source)).toBeUndefined();
    },
  );

  it("no two clouds claim one source", () => {
    const sources = CLOUD_FACTS.flatMap((facts) => facts.sources);
    expect(new Set(sources).size).toBe(sources.length);
  });
});
