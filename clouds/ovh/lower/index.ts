/** How our concepts are written in OVHcloud's resources; one file per concept. What is here is what OVHcloud offers. */
import { bucket } from "./bucket.ts";
import { fileShare } from "./file-share.ts";
import { firewall } from "./firewall.ts";
import { instance } from "./instance.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { privateAccess } from "./private-access.ts";
import { volume } from "./volume.ts";

export const lower = {
  bucket,
  fileShare,
  firewall,
  instance,
  loadBalancer,
  network,
  privateAccess,
  volume,
} as const;
