/** How our concepts are written in Open Telekom Cloud's resources; one file per concept. `absent.ts` says why the rest is not. */
import { auditLog } from "./audit-log.ts";
import { backup } from "./backup.ts";
import { bucket } from "./bucket.ts";
import { cluster } from "./cluster.ts";
import { database } from "./database.ts";
import { fileShare } from "./file-share.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";
import { keyRing } from "./key-ring.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { privateAccess } from "./private-access.ts";
import { volume } from "./volume.ts";

export const lower = {
  auditLog,
  backup,
  bucket,
  cluster,
  database,
  fileShare,
  firewall,
  instance,
  keyRing,
  loadBalancer,
  network,
  privateAccess,
  volume,
} as const;
