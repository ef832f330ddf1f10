import { placeFrom } from "../clouds/contract/index.ts";
import { openstack } from "../clouds/openstack/index.ts";
import { outscale } from "../clouds/outscale/index.ts";
import { ovh } from "../clouds/ovh/index.ts";
import { scaleway } from "../clouds/scaleway/index.ts";

/** Clouds that a new project can start on. */
export const CLOUDS = [ovh, outscale, scaleway, openstack] as const;

/** A place in the EU on one of our clouds, from `ovh:GRA11`. */
export const placeNamed = (text: string): ReturnType<typeof placeFrom> => placeFrom(text, ...CLOUDS);
