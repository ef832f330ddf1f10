/**
 * `terroir/extend`: the interface in which constructs and clouds meet. A construct knows concepts and places; a cloud lowers concepts to
 * resources of its provider and states facts about them; neither knows the other.
 */
export { base64 } from "./base64.ts";
export { addressIn, type Cidr, contains, formatAddress, formatCidr, overlaps, parseCidr, sizeOf } from "./cidr.ts";
export type * from "./cloud.ts";
export type * from "./concepts/index.ts";
export { type Cloud, defineCloud, type EuRegions } from "./define-cloud.ts";
export { doorAddress } from "./door-address.ts";
export { type DoorParts, doorMachine } from "./door-machine.ts";
export { doorRules } from "./door-rules.ts";
export type * from "./draft.ts";
export type * from "./fact-reading.ts";
export type * from "./facts.ts";
export { lastFreeBlock } from "./free-block.ts";
export type * from "./hosted.ts";
export { lifecycleRule } from "./lifecycle-rule.ts";
export { type MachineSizes, machineName } from "./machine-size.ts";
export { newestOf } from "./newest.ts";
export { oneSetOfMachines } from "./one-set-of-machines.ts";
export { type EuPlace, isPlace, PLACE, type Place } from "./place.ts";
export { placeFrom } from "./place-from.ts";
export type * from "./placement.ts";
export type * from "./reading.ts";
export type * from "./region.ts";
export { type S3Store, s3Bucket } from "./s3/bucket.ts";
export { s3Client } from "./s3/provider.ts";
export { securityGroup } from "./security-group.ts";
export { shortName } from "./short-name.ts";
export type { SomePlace } from "./some-place.ts";
export { stableAddresses } from "./stable-addresses.ts";
export type * from "./standpoint.ts";
export { unknownCloud } from "./unknown-cloud.ts";
export { gatewayOf } from "./way-in.ts";
