import type { Sourced } from "../../../catalogue/index.ts";

/** A page of the provider's documentation, `cloud_project_storage`. */
export const provider = (page: string): Sourced => ({
  source: `https://github.com/ovh/terraform-provider-ovh docs/resources/${page}.md`,
  seen: "2026-11-23",
});

/** A guide of OVHcloud's. */
export const guide = (path: string): Sourced => ({
  source: `https://github.com/ovh/docs pages/${path}/guide.en-gb.md`,
  seen: "2026-11-23",
});
