/** How our concepts are written in Scaleway's resources; one file per concept. What is here is what Scaleway offers; `absent.ts` says why the rest is not. */
import { access } from "./access.ts";
import { auditLog } from "./audit-log.ts";
import { bucket } from "./bucket.ts";
import { cluster } from "./cluster.ts";
import { database } from "./database.ts";
import { fileShare } from "./file-share.ts";
import { firewall } from "./firewall.ts";
import { identity } from "./identity.ts";
import { instance } from "./instance.ts";
import { keyRing } from "./key-ring.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { privateAccess } from "./private-access.ts";
import { registry } from "./registry.ts";
import { secretStore } from "./secret-store.ts";
import { volume } from "./volume.ts";

export const lower = {
  access,
  auditLog,
  bucket,
  cluster,
  database,
  fileShare,
  firewall,
  identity,
  instance,
  keyRing,
  loadBalancer,
  network,
  privateAccess,
  registry,
  secretStore,
  volume,
} as const;
