import type { Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A file system that machines have attached (virtiofs), and nobody else reaches: it has no address in a network, so that the list of who may mount it is the
 * most that ever may. It is mounted by its id: `mount -t virtiofs <id> /srv`.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/file_filesystem.md, www.scaleway.com "File Storage"; seen 2026-11-28.
 */
export const fileShare: Lower<"fileShare"> = (spec, cx) => {
  const made = cx.resource("scaleway_file_filesystem", "share", {
    name: spec.name,
    region: cx.region,
    project_id: projectOf(cx),
    size_in_gb: spec.size,
  });
  return { shareId: made.ref("id"), exportPath: made.ref("id") };
};
