/** `terroir`: apps, stacks, places and neutral constructs, sovereign by default. */

export { Access } from "./access.ts";
export { DataCentre, type DataCentreProps } from "./data-centre.ts";
export { Identity, type IdentityProps } from "./identity.ts";
export { lower, resourcesOf } from "./lower.ts";
export { placeOf, type Within } from "./place-of.ts";
export { SovereignStack, type SovereignStackProps } from "./sovereign-stack.ts";
export type { StateProps } from "./state.ts";
