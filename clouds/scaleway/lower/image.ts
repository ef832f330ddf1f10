import type { CatalogueRef } from "../../contract/index.ts";

/** Labels of images, which the provider resolves itself. What people call one → Scaleway's label; another name is taken as a label. Source: docs/resources/instance_server.md, and labels as public programs write them (debian_bookworm, ubuntu_noble); seen 2026-11-28. */
const LABELS: Readonly<Record<string, string>> = {
  "Debian 11": "debian_bullseye",
  "Debian 12": "debian_bookworm",
  "Ubuntu 22.04": "ubuntu_jammy",
  "Ubuntu 24.04": "ubuntu_noble",
};

export function imageOf(image: CatalogueRef): string {
  return "id" in image ? image.id : (LABELS[image.name] ?? image.name);
}
