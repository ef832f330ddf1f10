import type { AnyCloud, Place } from "../../../clouds/contract/index.ts";
import { openstack } from "../../../clouds/openstack/index.ts";
import { outscale } from "../../../clouds/outscale/index.ts";
import { ovh } from "../../../clouds/ovh/index.ts";

import { scaleway } from "../../../clouds/scaleway/index.ts";

/** Every cloud that lowers concepts, with the name of its schema. */
export const ADAPTERS: readonly (readonly [schema: string, cloud: AnyCloud])[] = [
  ["ovh", ovh as unknown as AnyCloud],
  ["outscale", outscale as unknown as AnyCloud],
  ["scaleway", scaleway as unknown as AnyCloud],
  ["openstack", openstack as unknown as AnyCloud],
];

/** A place of a cloud, inside the EU or not. */
export const placeIn = (cloud: AnyCloud, region: string): Place => (cloud as unknown as (region: string) => Place)(region);
