import type { Sourced } from "../../../catalogue/index.ts";
import type { FactReading } from "../../contract/fact-reading.ts";
import type { EncryptionReading } from "../../contract/reading.ts";

/** A page of the provider's documentation, `evs_volume_v3`. */
export const provider = (page: string): Sourced => ({
  source: `https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/${page}.md`,
  seen: "2026-11-28",
});

/** Encrypted when a key is named, whichever it is: without one the service encrypts nothing. */
export const underKey = (path: string, page: string, ...also: readonly string[]): EncryptionReading => ({
  by: "attribute",
  path,
  when: "present",
  ...(also.length > 0 && { also }),
  absent: false,
  keys: path,
  ...provider(page),
});

/** No attribute asks for it. */
export const unasked = (what: string): EncryptionReading => ({
  by: "nothing",
  because: `The provider has no attribute for the encryption of ${what}, and no claim of the operator was found.`,
});

/** Where a copy is encrypted exactly when what it was made of is. */
export const copied: EncryptionReading = {
  by: "nothing",
  because: "Whether the copy of an encrypted disk stays encrypted, no attribute asks and no page that was read says.",
};

const vault = { as: "companion", type: "opentelekomcloud_cbr_vault_v3", path: "resource[].id" } as const;

/** Backed up by a vault of Cloud Backup and Recovery, or by one of the older services that can hold it. */
export const inVault = (...others: readonly (readonly [type: string, path: string])[]): FactReading => ({
  as: "any",
  of: [vault, ...others.map(([type, path]) => ({ as: "companion", type: `opentelekomcloud_${type}`, path }) as const)],
  remedy: "Name it in the resource block of an opentelekomcloud_cbr_vault_v3 with a backup policy.",
});

/** Kept for as many days as the attribute says, where 0 makes no backups at all. */
export const keptFor = (path: string, silent: number): { readonly backedUp: FactReading; readonly backupDays: FactReading } => ({
  backedUp: { as: "positive", path, absent: silent > 0 },
  backupDays: { as: "days", path, absent: silent },
});
