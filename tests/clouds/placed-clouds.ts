import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Placement } from "../../clouds/contract/index.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { loadSchema } from "../../clouds/schema/index.ts";
import { ROOT } from "../architecture/house.ts";

/** The tables of one cloud, and what its tests have to know of it. */
export interface PlacedCloud extends Expected {
  readonly cloud: string;
  readonly resources: Readonly<Record<string, Placement>>;
  readonly dataSources: Readonly<Record<string, Placement>>;
  readonly families: Readonly<Record<string, { readonly resources: object; readonly dataSources: object }>>;
}

interface Expected {
  /** How many types the release of the provider has, so that an emptied schema is noticed. */
  readonly size: readonly [resources: number, dataSources: number];
  /** How many types have an attribute that looks like a place, at least. */
  readonly speaking: number;
  /** What the attribute is called in which an answer says where the thing is. */
  readonly region: RegExp;
  /** Lookups whose answer's region is that of what they were asked for, or of something else than themselves. */
  readonly elsewhere: readonly string[];
}

/** What the release of each provider that we know has. A newcomer is held against its own schema alone. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  ovh: {
    size: [169, 225],
    speaking: 100,
    region: /(^|\.)(region|region_name|datacenter)$/,
    elsewhere: ["data.ovh_location", "data.ovh_cloud_region", "data.ovh_cloud_project_region"],
  },
  hcloud: { size: [29, 42], speaking: 10, region: /(^|\.)(location|home_location)$/, elsewhere: [] },
  outscale: { size: [57, 89], speaking: 10, region: /(^|\.)(subregion_name|region_name)$/, elsewhere: [] },
  scaleway: { size: [155, 143], speaking: 200, region: /^(region|zone)$/, elsewhere: [] },
  exoscale: { size: [39, 25], speaking: 40, region: /(^|\.)zone$/, elsewhere: [] },
  ionoscloud: { size: [74, 93], speaking: 90, region: /^(location|region)$/, elsewhere: [] },
  openstack: { size: [109, 67], speaking: 150, region: /^region$/, elsewhere: [] },
  opentelekomcloud: { size: [236, 98], speaking: 150, region: /^region$/, elsewhere: [] },
  stackit: { size: [70, 67], speaking: 70, region: /^region$/, elsewhere: [] },
  upcloud: { size: [43, 15], speaking: 20, region: /(^|\.)(zone|region)$/, elsewhere: [] },
};

const ownSchema = (cloud: string): Expected => {
  const { resourceTypes, dataSourceTypes } = loadSchema(cloud);
  return { size: [resourceTypes.length, dataSourceTypes.length], speaking: 0, region: /(^|\.)(region|zone|location)$/, elsewhere: [] };
};

interface Tables extends Pick<PlacedCloud, "resources" | "dataSources"> {
  readonly families?: PlacedCloud["families"];
}

/** Every cloud, with the tables that its folder has. */
export const PLACED: readonly PlacedCloud[] = await Promise.all(
  CLOUD_FACTS.map(async ({ cloud }) => {
    const folder = join(ROOT, "clouds", cloud);
    const one = existsSync(join(folder, "placements.ts")) ? "placements.ts" : "placements/index.ts";
    const { resources, dataSources, families = {} } = (await import(join(folder, one))) as Tables;
    return { cloud, resources, dataSources, families, ...(EXPECTED[cloud] ?? ownSchema(cloud)) };
  }),
);
