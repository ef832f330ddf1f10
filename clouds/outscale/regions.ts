import type { Region } from "../contract/region.ts";

const rclone = { source: "https://github.com/rclone/rclone backend/s3/provider/Outscale.yaml", seen: "2026-11-23" } as const;
const certified = { source: "https://support.outscale.com/hc/en-us/articles/4421624240667", seen: "2026-11-23" } as const;

/** Regions of 3DS Outscale. `eu-west-2` is Paris here and London at AWS: a code means nothing without its operator. */
export const regions = {
  "eu-west-2": { country: "FR", city: "Paris", at: [48.857, 2.352], zones: ["eu-west-2a", "eu-west-2b"], ...rclone },
  "cloudgouv-eu-west-1": {
    country: "FR",
    city: "Paris",
    at: [48.857, 2.352],
    zones: ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b"],
    certificates: [{ name: "secnumcloud-3.2", services: ["IaaS", "object storage"], ...certified }],
    ...rclone,
  },
  "us-east-2": { country: "US", city: "New Jersey", at: [40.736, -74.172], zones: ["us-east-2a"], ...rclone },
  "us-west-1": { country: "US", city: "California", at: [37.339, -121.895], zones: ["us-west-1a"], ...rclone },
  "ap-northeast-1": { country: "JP", city: "Tokyo", at: [35.682, 139.69], zones: ["ap-northeast-1a"], ...rclone },
} as const satisfies Readonly<Record<string, Region>>;
