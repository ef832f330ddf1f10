/** `terroir`: apps, stacks, places and neutral constructs, sovereign by default. */
export { lower, placeOf, resourcesOf } from "./lower.ts";
