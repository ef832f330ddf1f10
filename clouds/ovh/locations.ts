export type { OvhLocation } from "./location.ts";

import { europe } from "./locations-europe.ts";
import { overseas } from "./locations-overseas.ts";

/** Where OVHcloud's regions stand. Dedicated servers, vRack and IP addresses write the lower-case aliases (`gra1`). */
export const locations = { ...europe, ...overseas } as const;

export type OvhLocationId = keyof typeof locations;
