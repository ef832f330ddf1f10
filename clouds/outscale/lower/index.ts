/** How our concepts are written in Outscale's resources; one file per concept. What is here is what Outscale offers; `absent.ts` says why the rest is not. */
import { access } from "./access.ts";
import { bucket } from "./bucket.ts";
import { cluster } from "./cluster.ts";
import { firewall } from "./firewall.ts";
import { identity } from "./identity.ts";
import { instance } from "./instance.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { privateAccess } from "./private-access.ts";
import { volume } from "./volume.ts";

export const lower = { access, bucket, cluster, firewall, identity, instance, loadBalancer, network, privateAccess, volume } as const;
