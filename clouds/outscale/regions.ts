import { unread } from "../../catalogue/sourced.ts";
import type { Region } from "../contract/region.ts";

const rclone = { source: "https://github.com/rclone/rclone backend/s3/provider/Outscale.yaml", seen: "2026-11-23" } as const;
/** The first to have its infrastructure qualified under version 3.2; that this is the region, `rclone` says. */
const qualified = { source: "https://new.sfeir.com/pages/guide-secnumcloud.html", seen: "2026-11-23" } as const;

/** What is infrastructure as a service, by what its types begin with: machines, disks, networks and what belongs to them; managed Kubernetes (`outscale_oks_`) is not among them. */
const IAAS = [
  "outscale_client_gateway",
  "outscale_dhcp_option",
  "outscale_flexible_gpu",
  "outscale_image",
  "outscale_internet_service",
  "outscale_keypair",
  "outscale_load_balancer",
  "outscale_main_route_table_link",
  "outscale_nat_service",
  "outscale_net",
  "outscale_nic",
  "outscale_public_ip",
  "outscale_route",
  "outscale_security_group",
  "outscale_snapshot",
  "outscale_subnet",
  "outscale_tag",
  "outscale_virtual_gateway",
  "outscale_vm",
  "outscale_volume",
  "outscale_vpn_connection",
] as const;

/**
 * Regions of 3DS Outscale. `eu-west-2` is Paris here and London at AWS: a code means nothing without its operator. Zones as
 * github.com/outscale/cluster-api-provider-outscale validates them.
 */
export const regions = {
  "eu-west-2": { country: "FR", city: "Paris", at: [48.857, 2.352], zones: ["eu-west-2a", "eu-west-2b"], ...rclone },
  "cloudgouv-eu-west-1": {
    country: "FR",
    city: "Paris",
    at: [48.857, 2.352],
    zones: ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"],
    certificates: [
      { name: "secnumcloud-3.2", services: ["IaaS"], types: IAAS, ...qualified },
      {
        name: "secnumcloud-3.2",
        services: ["object storage"],
        ...unread("https://support.outscale.com/hc/en-us/articles/4421624240667", "2026-11-23"),
      },
    ],
    ...rclone,
  },
  "us-east-2": { country: "US", city: "New Jersey", at: [40.736, -74.172], zones: ["us-east-2a", "us-east-2b"], ...rclone },
  "us-west-1": { country: "US", city: "California", at: [37.339, -121.895], zones: ["us-west-1a", "us-west-1b"], ...rclone },
  "ap-northeast-1": { country: "JP", city: "Tokyo", at: [35.682, 139.69], zones: ["ap-northeast-1a", "ap-northeast-1b"], ...rclone },
} as const satisfies Readonly<Record<string, Region>>;
