import type { Placement } from "../../clouds/contract/index.ts";
import * as exoscale from "../../clouds/exoscale/placements/index.ts";
import * as hcloud from "../../clouds/hcloud/placements/index.ts";
import * as ionoscloud from "../../clouds/ionoscloud/placements/index.ts";
import * as openstack from "../../clouds/openstack/placements/index.ts";
import * as opentelekomcloud from "../../clouds/opentelekomcloud/placements/index.ts";
import * as outscale from "../../clouds/outscale/placements/index.ts";
import * as ovh from "../../clouds/ovh/placements/index.ts";
import * as scaleway from "../../clouds/scaleway/placements/index.ts";
import * as stackit from "../../clouds/stackit/placements/index.ts";
import * as upcloud from "../../clouds/upcloud/placements/index.ts";

/** The tables of one cloud, and what its tests have to know of it. */
export interface PlacedCloud {
  readonly cloud: string;
  readonly resources: Readonly<Record<string, Placement>>;
  readonly dataSources: Readonly<Record<string, Placement>>;
  readonly families: Readonly<Record<string, { readonly resources: object; readonly dataSources: object }>>;
  /** How many types the release of the provider has, so that an emptied schema is noticed. */
  readonly size: readonly [resources: number, dataSources: number];
  /** How many types have an attribute that looks like a place, at least. */
  readonly speaking: number;
  /** What the attribute is called in which an answer says where the thing is. */
  readonly region: RegExp;
  /** Lookups whose answer's region is that of what they were asked for, or of something else than themselves. */
  readonly elsewhere: readonly string[];
}

/** Every cloud whose types are placed. A cloud that is not here has no placements, and everything of it is refused. */
export const PLACED: readonly PlacedCloud[] = [
  {
    cloud: "ovh",
    ...ovh,
    size: [169, 225],
    speaking: 100,
    region: /(^|\.)(region|region_name|datacenter)$/,
    elsewhere: ["data.ovh_location", "data.ovh_cloud_region", "data.ovh_cloud_project_region"],
  },
  { cloud: "hcloud", ...hcloud, size: [29, 42], speaking: 10, region: /(^|\.)(location|home_location)$/, elsewhere: [] },
  { cloud: "outscale", ...outscale, size: [57, 89], speaking: 10, region: /(^|\.)(subregion_name|region_name)$/, elsewhere: [] },
  { cloud: "scaleway", ...scaleway, size: [155, 143], speaking: 200, region: /^(region|zone)$/, elsewhere: [] },
  { cloud: "exoscale", ...exoscale, size: [39, 25], speaking: 40, region: /(^|\.)zone$/, elsewhere: [] },
  {
    cloud: "ionoscloud",
    ...ionoscloud,
    size: [74, 93],
    speaking: 90,
    region: /^(location|region)$/,
    elsewhere: [],
  },
  { cloud: "openstack", ...openstack, size: [109, 67], speaking: 150, region: /^region$/, elsewhere: [] },
  { cloud: "opentelekomcloud", ...opentelekomcloud, size: [236, 98], speaking: 150, region: /^region$/, elsewhere: [] },
  { cloud: "stackit", ...stackit, size: [70, 67], speaking: 70, region: /^region$/, elsewhere: [] },
  { cloud: "upcloud", ...upcloud, size: [43, 15], speaking: 20, region: /(^|\.)(zone|region)$/, elsewhere: [] },
];
