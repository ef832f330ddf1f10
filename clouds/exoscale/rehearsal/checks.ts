import type { Demand, KnownValues, ProviderChecks } from "../../contract/rehearsal.ts";

const REPOSITORY = "https://github.com/exoscale/terraform-provider-exoscale";
const seen = "2026-11-28";

const oneOf = (what: string, ...values: readonly string[]): KnownValues => ({ what, values });

const between = (number: string, least: number, most: number): Demand => ({ number, between: [least, most] });
const PORTS = ["start_port", "end_port"];
const ICMP = ["icmp_type", "icmp_code"];

/** What the code of Exoscale's provider refuses that its schema takes. */
export const checks: Readonly<Record<string, ProviderChecks>> = {
  exoscale_compute_instance: {
    source: `${REPOSITORY}/blob/50e91fb97967c4449b62935fbaf052853e49ba62/pkg/resources/instance/resource.go`,
    seen,
    demands: [between("disk_size", 10, Number.MAX_SAFE_INTEGER)],
  },
  exoscale_kms_key: {
    source: `${REPOSITORY}/blob/9c4bf5d1b719c3fc282ad305368cf5095ba0c188/pkg/resources/kms/resource_kms_key.go`,
    seen,
    known: { usage: oneOf("use of a key", "encrypt-decrypt") },
  },
  exoscale_security_group_rule: {
    source: `${REPOSITORY}/blob/0130e246b7421b136c2726ed244e67c32866bf13/exoscale/resource_exoscale_security_group_rule.go`,
    seen,
    known: { type: oneOf("direction", "INGRESS", "EGRESS") },
    demands: [
      ...PORTS.flatMap((given) => [between(given, 0, 65_535), { given, conflictsWith: ICMP }]),
      ...ICMP.flatMap((given) => [between(given, 0, 255), { given, conflictsWith: PORTS }]),
      { given: "cidr", conflictsWith: ["user_security_group_id"] },
    ],
  },
};
