import type { Site } from "./site.ts";

const seen = "2026-11-28";

/** Flavours that each certified Sovereign Cloud Stack has, under these names. They have no disk: machines start from a volume. */
const SCS = {
  sizes: {
    "SCS-1V-4": [1, 4],
    "SCS-2V-8": [2, 8],
    "SCS-4V-16": [4, 16],
    "SCS-8V-32": [8, 32],
    "SCS-1V-2": [1, 2],
    "SCS-2V-4": [2, 4],
    "SCS-4V-8": [4, 8],
    "SCS-8V-16": [8, 16],
    "SCS-16V-32": [16, 32],
    "SCS-1V-8": [1, 8],
    "SCS-2V-16": [2, 16],
    "SCS-4V-32": [4, 32],
  },
  source: "https://github.com/SovereignCloudStack/standards Standards/scs-0103-v1-standard-flavors.md",
  seen,
} as const;

/** Source: SovereignCloudStack/standards Tests/iaas/scs-0104-v1-images-v5.yaml; seen 2026-11-28. */
const SCS_IMAGES = { "Debian 12": "Debian 12", "Ubuntu 24.04": "Ubuntu 24.04", "Ubuntu 22.04": "Ubuntu 22.04" } as const;

/**
 * Elastx. Sources: elastx/elx-docs content/en/docs/openstack-iaas/overview.md (network), guides/s3_compatibility.md and application_credentials.md
 * (addresses); elastx/getting-started-elx-openstack, the variables of its examples (flavours, images); seen 2026-11-28.
 */
const elastx: Site = {
  authUrl: "https://ops.elastx.cloud:5000/v3",
  externalNetwork: "elx-public1",
  sizes: {
    sizes: {
      "v2-c1-m2-d20": [1, 2],
      "v2-c1-m4-d40": [1, 4],
      "v2-c1-m8-d60": [1, 8],
      "v2-c2-m4-d60": [2, 4],
      "v2-c2-m8-d80": [2, 8],
      "v2-c2-m16-d120": [2, 16],
      "v2-c4-m8-d120": [4, 8],
      "v2-c4-m16-d160": [4, 16],
      "v2-c4-m32-d240": [4, 32],
      "v2-c8-m16-d240": [8, 16],
      "v2-c8-m32-d320": [8, 32],
      "v2-c8-m64-d480": [8, 64],
    },
    source: "https://github.com/elastx/getting-started-elx-openstack (variables of the examples)",
    seen,
  },
  startsFrom: "disk",
  images: { "Debian 12": "debian-12-latest", "Debian 11": "debian-11-latest", "Ubuntu 22.04": "ubuntu-22.04-server-latest" },
  store: { by: "swift", endpoint: "https://swift.elastx.cloud", region: "us-east-1" },
};

/**
 * Cleura. Sources: cleura/docs docs/reference/images/index.md (images); the page on resizing a server and that on Gardener's quotas (flavours);
 * docs.cleura.cloud/reference/limitations/object-storage (S3 address; locks in compliance mode only), docs/howto/object-storage/s3/expiry.md; the
 * external network in cleura/launch-pad tf/; seen 2026-11-28.
 */
const cleura = (region: string): Site => ({
  authUrl: `https://${region}.citycloud.com:5000/v3`,
  externalNetwork: "ext-net",
  sizes: {
    sizes: {
      "b.1c2gb": [1, 2],
      "b.1c4gb": [1, 4],
      "b.2c4gb": [2, 4],
      "b.2c8gb": [2, 8],
      "b.2c16gb": [2, 16],
      "b.4c16gb": [4, 16],
    },
    source: "https://github.com/cleura/docs (resizing a server; quotas of Gardener)",
    seen,
  },
  startsFrom: "volume",
  images: {
    "Debian 12": "Debian 12 Bookworm x86_64",
    "Debian 11": "Debian 11 Bullseye x86_64",
    "Debian 13": "Debian 13 Trixie x86_64",
    "Ubuntu 22.04": "Ubuntu 22.04 Jammy Jellyfish x86_64",
    "Ubuntu 24.04": "Ubuntu 24.04 Noble Numbat x86_64",
    "Rocky Linux 9": "Rocky Linux 9 x86_64",
  },
  store: { by: "s3", endpoint: `https://s3-${region}.citycloud.com`, region, lifecycle: true, locks: ["compliance"] },
});

/**
 * Infomaniak. Sources: docs.mountainduck.io/protocols/openstack/infomaniak (addresses), docs.infomaniak.cloud/documentation/02.network/010.scenarios
 * (network), docs.infomaniak.cloud/quotas (volume types); images as the cloud itself lists them in public programs; seen 2026-11-28.
 */
const infomaniak = (number: 1 | 2): Site => ({
  authUrl: `https://api.pub${number}.infomaniak.cloud/identity/v3`,
  externalNetwork: "ext-floating1",
  sizes: {
    sizes: {
      "a1-ram2-disk20-perf1": [1, 2],
      "a2-ram4-disk20-perf1": [2, 4],
      "a4-ram8-disk40-perf1": [4, 8],
      "a4-ram16-disk80-perf1": [4, 16],
      "a8-ram16-disk20-perf1": [8, 16],
      "a16-ram32-disk20-perf1": [16, 32],
    },
    source:
      "https://github.com/Infomaniak/terraform-provider-infomaniak docs/resources/kaas_instance_pool.md (names say what they have); the others as public programs list them",
    seen,
  },
  startsFrom: "disk",
  images: { "Ubuntu 24.04": "Ubuntu 24.04 LTS Noble Numbat", "Ubuntu 22.04": "Ubuntu 22.04 LTS Jammy Jellyfish" },
  volumeTypes: { high: "CEPH_1_perf2" },
  store: { by: "swift", endpoint: `https://s3.pub${number}.infomaniak.cloud`, region: "us-east-1" },
});

/** plusserver's pluscloud open, a Sovereign Cloud Stack. Source: its own documentation "Overview" (identity and S3 addresses), its examples (`ext01`); seen 2026-11-28. */
const plusserver: Site = {
  authUrl: "https://prod1.api.pco.get-cloud.io:5000/v3",
  externalNetwork: "ext01",
  sizes: SCS,
  startsFrom: "volume",
  images: SCS_IMAGES,
  store: { by: "s3", endpoint: "https://prod1.api.pco.get-cloud.io:8080", region: "us-east-1", lifecycle: false, locks: [] },
};

/** OVHcloud's OpenStack. Sources: docs.openstack.org/openstacksdk vendor support (address); ovh/docs "Managing networks with OpenStack" (`Ext-Net`); b3 flavours as in `terroir/ovh`; seen 2026-11-28. */
const ovhcloud: Site = {
  authUrl: "https://auth.cloud.ovh.net/v3",
  externalNetwork: "Ext-Net",
  sizes: {
    sizes: { "b3-8": [2, 8], "b3-16": [4, 16], "b3-32": [8, 32], "b3-64": [16, 64], "b3-128": [32, 128], "b3-256": [64, 256] },
    source:
      'https://github.com/ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes "Kubernetes Plugins & softwares versions and reserved resources"',
    seen: "2026-11-23",
  },
  startsFrom: "disk",
  images: {
    "Debian 12": "Debian 12",
    "Debian 11": "Debian 11",
    "Ubuntu 22.04": "Ubuntu 22.04",
    "Ubuntu 24.04": "Ubuntu 24.04",
  },
  volumeTypes: { high: "high-speed", highest: "high-speed-gen2" },
};

/** By region. */
export const sites = {
  Kna1: cleura("kna1"),
  Sto2: cleura("sto2"),
  Fra1: cleura("fra1"),
  Lon1: cleura("lon1"),
  Buf1: cleura("buf1"),
  tky1: cleura("tky1"),
  dx1: cleura("dx1"),
  "se-sto": elastx,
  "dc3-a": infomaniak(1),
  "dc4-a": infomaniak(2),
  prod1: plusserver,
  GRA11: ovhcloud,
  GRA9: ovhcloud,
  SBG5: ovhcloud,
  DE1: ovhcloud,
  WAW1: ovhcloud,
} as const satisfies Readonly<Record<string, Site>>;

/** The site of a region; every region of the cloud has one. */
export function siteOf(region: string): Site {
  return sites[region as keyof typeof sites];
}
