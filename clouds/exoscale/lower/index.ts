/** How our concepts are written in Exoscale's resources; one file per concept. `absent.ts` says why the rest is not. */
import { bucket } from "./bucket.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";
import { keyRing } from "./key-ring.ts";
import { network } from "./network.ts";
import { privateAccess } from "./private-access.ts";
import { volume } from "./volume.ts";

export const lower = { bucket, firewall, instance, keyRing, network, privateAccess, volume } as const;
