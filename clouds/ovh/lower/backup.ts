import { InputError } from "../../../catalogue/index.ts";
import type { BackupSchedule, Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A workflow per instance. Copies stay in the instance's region, and outlive the workflow: removing the schedule removes none. Provider 2.19 has no
 * schedule for volumes, so one is refused rather than copied once and forgotten.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_workflow_backup.md, cloud_storage_block_volume_backup.md; seen 2026-11-23.
 */
export const backup: Lower<"backup"> = (spec, cx) => {
  const volumes = spec.of.filter(({ kind }) => kind === "volume").map(({ name }) => name);
  if (volumes.length > 0)
    throw new InputError(
      `Backup ${spec.name} covers ${volumes.join(", ")}: OVHcloud's provider (2.19) copies a volume once, and has no schedule for it. ` +
        `Leave volumes out and keep their data in a bucket or a database, which have copies of their own.`,
    );
  const made = spec.of.map(({ name, id }): [string, string] => {
    const workflow = cx.resource("ovh_cloud_project_workflow_backup", `schedule-${name}`, {
      service_name: projectOf(cx),
      region_name: cx.region,
      instance_id: id,
      name: `${spec.name}-${name}`,
      backup_name: `${spec.name}-${name}`,
      cron: cronOf(spec.schedule),
      rotation: spec.keep,
      // Nought: until the schedule is removed.
      max_execution_count: 0,
    });
    return [name, workflow.ref("id")];
  });
  return { scheduleIds: Object.fromEntries(made) };
};

const DAYS = { sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 } as const;

function cronOf(schedule: BackupSchedule): string {
  const [hour = "0", minute = "0"] = schedule.at.split(":");
  return `${Number(minute)} ${Number(hour)} * * ${schedule.every === "week" ? DAYS[schedule.on] : "*"}`;
}
