import { InputError } from "../../../catalogue/index.ts";
import type { BackupSchedule, Lower } from "../../contract/index.ts";
import { home } from "./project.ts";

const DAYS = { monday: "MO", tuesday: "TU", wednesday: "WE", thursday: "TH", friday: "FR", saturday: "SA", sunday: "SU" } as const;

/** A schedule for each machine, all its volumes with it. Source: stackitcloud/terraform-provider-stackit docs/resources/server_backup_schedule.md; seen 2026-11-28. */
export const backup: Lower<"backup"> = (spec, cx) => {
  const volume = spec.of.find(({ kind }) => kind === "volume");
  if (volume !== undefined)
    throw new InputError(
      `Backup ${spec.name} copies volume ${volume.name} by itself, and STACKIT copies a machine with its volumes. Name the machine that carries it.`,
    );
  const days = spec.keep * (spec.schedule.every === "week" ? 7 : 1);
  const scheduleIds = spec.of.map(({ name, id }): [string, string] => [
    name,
    cx
      .resource("stackit_server_backup_schedule", `schedule-${name}`, {
        ...home(cx),
        server_id: id,
        name: `${spec.name}-${name}`,
        enabled: true,
        rrule: rule(spec.schedule),
        backup_properties: { name: spec.name, retention_period: days },
      })
      .ref("backup_schedule_id"),
  ]);
  return { scheduleIds: Object.fromEntries(scheduleIds) };
};

/** From a day that is past, so that the first copy is the next that is due. */
function rule(schedule: BackupSchedule): string {
  const at = schedule.at.replace(":", "");
  const often = schedule.every === "week" ? `FREQ=WEEKLY;BYDAY=${DAYS[schedule.on]}` : "FREQ=DAILY;INTERVAL=1";
  return `DTSTART;TZID=UTC:20260101T${at}00 RRULE:${often}`;
}
