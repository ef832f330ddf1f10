import type { Demand, ProviderChecks } from "../../contract/rehearsal.ts";

const REPOSITORY = "https://github.com/ionos-cloud/terraform-provider-ionoscloud";
const seen = "2026-11-28";

/** The code has one port less than there are. */
const ports = (at?: string): readonly Demand[] =>
  ["port_range_start", "port_range_end"].map((number) => ({ ...(at === undefined ? {} : { at }), number, between: [1, 65_534] }));

/** Zones are taken in any case. */
const zone = (...names: readonly string[]): string => `^(?:${names.map((name) => [...name].map(eitherCase).join("")).join("|")})$`;
const eitherCase = (letter: string): string => (letter === letter.toLowerCase() ? letter : `[${letter}${letter.toLowerCase()}]`);

/** What the code of IONOS' provider refuses that its schema takes. */
export const checks: Readonly<Record<string, ProviderChecks>> = {
  ionoscloud_vcpu_server: {
    source: `${REPOSITORY}/blob/493100b2effb29199b5a1f8f78dafb4ac8217a7e/ionoscloud/resource_vcpu_server.go`,
    seen,
    demands: [
      { text: "name", form: "\\S" },
      { text: "hostname", form: "\\S", length: [1, 63] },
      { text: "availability_zone", form: zone("AUTO", "ZONE_1", "ZONE_2") },
      { at: "volume", text: "availability_zone", form: zone("AUTO", "ZONE_1", "ZONE_2", "ZONE_3") },
      { at: "volume", text: "disk_type", form: "\\S" },
      ...ports("nic.firewall"),
    ],
  },
  ionoscloud_nsg_firewallrule: { source: `${REPOSITORY} ionoscloud/resource_nsg_firewallrule.go`, seen, demands: ports() },
  ionoscloud_s3_bucket: {
    source: `${REPOSITORY}/blob/5749943de9ad2be687a7f371d09d62a3ec1b8b0c/internal/framework/services/objectstorage/resource_bucket.go`,
    seen,
    demands: [{ text: "name", length: [3, 63] }],
  },
};
