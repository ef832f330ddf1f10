import type { Sourced } from "../../../catalogue/index.ts";
import type { EncryptionReading } from "../../contract/reading.ts";

/** A page of the provider's documentation, `evs_volume_v3`. */
export const provider = (page: string): Sourced => ({
  source: `https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/${page}.md`,
  seen: "2026-11-28",
});

/** Encrypted when a key is named, whichever it is: without one the service encrypts nothing. */
export const underKey = (path: string, page: string): EncryptionReading => ({
  by: "attribute",
  path,
  when: "present",
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
