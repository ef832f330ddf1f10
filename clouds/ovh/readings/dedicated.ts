import type { ExposureReading, Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

const disk = "The machine's disks are the customer's to encrypt: no attribute of the provider says whether they are.";
const nas = "The provider has no attribute for it, and no claim of the operator was found.";
const publicByNature = (what: string): readonly ExposureReading[] => [
  {
    path: "",
    public: "always",
    absent: "public",
    remedy: `${what} is delivered with a public address: filter on the machine, and waive it, or use a private instance.`,
  },
];
const everyone = "Name the addresses of the machines that mount it.";

/** Machines and storage that are rented as a whole. */
export const readings = {
  ovh_dedicated_server: {
    concept: "instance",
    encryption: { by: "nothing", because: disk },
    exposure: publicByNature("A dedicated server"),
  },
  ovh_vps: { concept: "instance", encryption: { by: "nothing", because: disk }, exposure: publicByNature("A VPS") },
  ovh_dedicated_nasha_partition: {
    concept: "fileShare",
    encryption: { by: "nothing", because: nas },
    facts: { size: { as: "value", path: "size" } },
  },
  ovh_dedicated_nasha_partition_access: { ingress: [{ path: "ip", absent: "closed", remedy: everyone }] },
  ovh_dedicated_nasha_partition_snapshot: { concept: "backup", encryption: { by: "nothing", because: nas } },
  ovh_dedicated_ceph_acl: { ingress: [{ path: "network", mask: "netmask", absent: "closed", remedy: everyone }] },
} satisfies Partial<Record<OvhResourceType, Reading>>;
