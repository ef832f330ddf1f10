/** How our concepts are written in UpCloud's resources; one file per concept. `absent.ts` says why the rest is not. */
import { bucket } from "./bucket.ts";
import { cluster } from "./cluster.ts";
import { database } from "./database.ts";
import { fileShare } from "./file-share.ts";
import { instance } from "./instance.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { privateAccess } from "./private-access.ts";
import { volume } from "./volume.ts";

export const lower = { bucket, cluster, database, fileShare, instance, loadBalancer, network, privateAccess, volume } as const;
