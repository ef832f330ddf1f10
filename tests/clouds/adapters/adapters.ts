import type { AnyCloud, Place } from "../../../clouds/contract/index.ts";
import { exoscale } from "../../../clouds/exoscale/index.ts";
import { hcloud } from "../../../clouds/hcloud/index.ts";
import { ionoscloud } from "../../../clouds/ionoscloud/index.ts";
import { openstack } from "../../../clouds/openstack/index.ts";
import { opentelekomcloud } from "../../../clouds/opentelekomcloud/index.ts";
import { outscale } from "../../../clouds/outscale/index.ts";
import { ovh } from "../../../clouds/ovh/index.ts";
import { scaleway } from "../../../clouds/scaleway/index.ts";
import { stackit } from "../../../clouds/stackit/index.ts";
import { upcloud } from "../../../clouds/upcloud/index.ts";

const ALL = [
  ovh,
  outscale,
  scaleway,
  ionoscloud,
  opentelekomcloud,
  stackit,
  exoscale,
  upcloud,
  hcloud,
  openstack,
] as unknown as readonly AnyCloud[];

/** Every cloud that lowers concepts, with the name of its schema. */
export const ADAPTERS: readonly (readonly [schema: string, cloud: AnyCloud])[] = ALL.map((cloud) => [cloud.name, cloud]);

/** A place of a cloud, inside the EU or not. */
export const placeIn = (cloud: AnyCloud, region: string): Place => (cloud as unknown as (region: string) => Place)(region);
