/** How our concepts are written in Hetzner's resources; one file per concept. What is here is what Hetzner offers; `absent.ts` says why the rest is not. */
import { bucket } from "./bucket.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { privateAccess } from "./private-access.ts";
import { volume } from "./volume.ts";

export const lower = { bucket, firewall, instance, loadBalancer, network, privateAccess, volume } as const;
