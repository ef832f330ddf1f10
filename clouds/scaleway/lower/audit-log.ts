import type { Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A source of logs in Cockpit, which the operator keeps for a month. What must outlive that is in the locked archive.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/cockpit_source.md; seen 2026-11-28.
 */
export const auditLog: Lower<"auditLog"> = (spec, cx) => {
  const source = cx.resource("scaleway_cockpit_source", "source", {
    name: spec.name,
    region: cx.region,
    project_id: projectOf(cx),
    type: "logs",
    retention_days: 31,
  });
  return { auditLogId: source.ref("id") };
};
