import type { AnyCloud, Place } from "../../../clouds/contract/index.ts";
import { CLOUDS } from "../../../clouds/registry/clouds.ts";

/** Every cloud that lowers concepts, with the name of its schema. */
export const ADAPTERS: readonly (readonly [schema: string, cloud: AnyCloud])[] = (CLOUDS as unknown as readonly AnyCloud[]).map((cloud) => [
  cloud.name,
  cloud,
]);

/** A place of a cloud, inside the EU or not. */
export const placeIn = (cloud: AnyCloud, region: string): Place => (cloud as unknown as (region: string) => Place)(region);
