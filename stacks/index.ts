/** `terroir/stacks`: complete environments, made of the constructs and open like them. */

export type { LandingReport, LeftOut, MovablePart, Moved, Needed, NeededBy, Part } from "./landing-zone/parts.ts";
export { Spoke, type SpokeProps } from "./landing-zone/spoke.ts";
export { type LandingPlace, LandingZone, type LandingZoneProps, type Topology } from "./landing-zone.ts";
