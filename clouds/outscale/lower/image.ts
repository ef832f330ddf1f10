import type { CatalogueRef, Handle, LowerContext } from "../../contract/index.ts";

/** Images that Outscale publishes carry the day of their build: `Debian-12-2025.03.04-0`. What people call one, and how its name begins. Source: docs.outscale.com, the page of an image (Debian-12-2023.12.04-0); others as public programs write them (Ubuntu-24.04-2025.01, RockyLinux-9-2023.11.17-0); seen 2026-11-28. */
const BEGINS: Readonly<Record<string, string>> = {
  "Debian 11": "Debian-11-",
  "Debian 12": "Debian-12-",
  "Debian 13": "Debian-13-",
  "Ubuntu 22.04": "Ubuntu-22.04-",
  "Ubuntu 24.04": "Ubuntu-24.04-",
  "Rocky Linux 9": "RockyLinux-9-",
};

/**
 * Id of the newest build of an image that Outscale itself publishes; a name that is not in the table is taken as the beginning of one. `after`: something
 * that is made once and never changed in place (a key pair). It postpones the reading to the first apply, so that a first plan asks nobody.
 */
export function imageId(image: CatalogueRef, cx: LowerContext, after: readonly Handle[]): string {
  if ("id" in image) return image.id;
  const published = cx.lookUp(
    "outscale_images",
    "images",
    { filter: [{ name: "account_aliases", values: ["Outscale"] }] },
    after.length > 0 ? { dependsOn: after } : {},
  );
  return cx.newest(published, "images", {
    name: "image_name",
    begins: BEGINS[image.name] ?? image.name,
    by: "creation_date",
    take: "image_id",
  });
}
