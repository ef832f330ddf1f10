import { InputError } from "../../../catalogue/index.ts";
import type { BackupSchedule, Lower } from "../../contract/index.ts";

/** Gigabytes that a vault holds at first; it grows by itself. */
const SIZE = 100;
const DAYS = { monday: "MO", tuesday: "TU", wednesday: "WE", thursday: "TH", friday: "FR", saturday: "SA", sunday: "SU" } as const;

/**
 * A vault with a policy. A vault keeps machines, or volumes, never both.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/cbr_vault_v3.md, cbr_policy_v3.md; seen 2026-11-28.
 */
export const backup: Lower<"backup"> = (spec, cx) => {
  const kinds = new Set(spec.of.map(({ kind }) => kind));
  if (kinds.size > 1)
    throw new InputError(`Backup ${spec.name} copies machines and volumes, and a vault keeps one of the two. Make a Backup for each.`);
  const machines = kinds.has("instance");
  const policy = cx.resource("opentelekomcloud_cbr_policy_v3", "policy", {
    name: spec.name,
    operation_type: "backup",
    enabled: true,
    trigger_pattern: [pattern(spec.schedule)],
    operation_definition: [{ max_backups: spec.keep, timezone: "UTC+00:00" }],
  });
  const vault = cx.resource("opentelekomcloud_cbr_vault_v3", "vault", {
    name: spec.name,
    description: spec.name,
    backup_policy_id: policy.ref("id"),
    auto_expand: true,
    billing: [
      {
        size: SIZE,
        object_type: machines ? "server" : "disk",
        protect_type: "backup",
        charging_mode: "post_paid",
      },
    ],
    resource: spec.of.map(({ id }) => ({ id, type: machines ? "OS::Nova::Server" : "OS::Cinder::Volume" })),
  });
  return { scheduleIds: Object.fromEntries(spec.of.map(({ name }) => [name, vault.ref("id")])) };
};

function pattern(schedule: BackupSchedule): string {
  const [hour = "0", minute = "0"] = schedule.at.split(":");
  const days = schedule.every === "week" ? DAYS[schedule.on] : Object.values(DAYS).join(",");
  return `FREQ=WEEKLY;BYDAY=${days};BYHOUR=${Number(hour)};BYMINUTE=${Number(minute)}`;
}
