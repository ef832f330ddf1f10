import { placeFrom } from "../clouds/contract/index.ts";
import { exoscale } from "../clouds/exoscale/index.ts";
import { hcloud } from "../clouds/hcloud/index.ts";
import { ionoscloud } from "../clouds/ionoscloud/index.ts";
import { openstack } from "../clouds/openstack/index.ts";
import { opentelekomcloud } from "../clouds/opentelekomcloud/index.ts";
import { outscale } from "../clouds/outscale/index.ts";
import { ovh } from "../clouds/ovh/index.ts";
import { scaleway } from "../clouds/scaleway/index.ts";
import { stackit } from "../clouds/stackit/index.ts";
import { upcloud } from "../clouds/upcloud/index.ts";

/** Clouds that a new project can start on. */
export const CLOUDS = [ovh, outscale, scaleway, ionoscloud, opentelekomcloud, stackit, exoscale, upcloud, hcloud, openstack] as const;

/** A place in the EU on one of our clouds, from `ovh:GRA11`. */
export const placeNamed = (text: string): ReturnType<typeof placeFrom> => placeFrom(text, ...CLOUDS);
