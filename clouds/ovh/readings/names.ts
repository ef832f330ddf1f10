import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

/** Names in public DNS: what they lead to. */
export const readings = {
  ovh_domain_zone_record: { leads: [{ path: "target", where: { attribute: "fieldtype", is: ["CNAME", "DNAME"] } }] },
  ovh_domain_zone_redirection: { leads: [{ path: "target" }] },
} satisfies Partial<Record<OvhResourceType, Reading>>;
