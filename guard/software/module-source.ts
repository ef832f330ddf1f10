/** Where a module comes from, as Terraform reads its source (developer.hashicorp.com/terraform/language/modules/sources). */
export type ModuleSource =
  | { readonly is: "local" }
  /** `namespace/name/provider`, with a host in front where it is not the public registry. */
  | { readonly is: "registry"; readonly host: string }
  /** A repository or an archive; `ref`: the commit or tag that is named. */
  | { readonly is: "remote"; readonly host: string; readonly ref?: string }
  | { readonly is: "unclear" };

export function moduleSource(text: string): ModuleSource {
  if (/^\.{1,2}(?:\/|$)/.test(text)) return { is: "local" };
  const remote = /^(?:[a-z0-9]+::)?(?:[a-z+]+:\/\/)?(?:[^@/\s]+@)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?[:/](?:.*)$/i.exec(text);
  const parts = text.split("//")[0]?.split("/") ?? [];
  if (!/::|:\/\/|@/.test(text) && parts.every((part) => /^[A-Za-z0-9._-]+$/.test(part))) {
    if (parts.length === 3 && !(parts[0] ?? "").includes(".")) return { is: "registry", host: "registry.terraform.io" };
    // Four parts are a registry of one's own, but for the hosts that Terraform takes for repositories.
    if (parts.length === 4 && !["github.com", "bitbucket.org"].includes(parts[0] ?? ""))
      return { is: "registry", host: (parts[0] ?? "").toLowerCase() };
  }
  if (remote === null) return { is: "unclear" };
  const ref = /[?&](?:ref|checksum|versionId)=([^&]+)/.exec(text)?.[1];
  return { is: "remote", host: (remote[1] ?? "").toLowerCase(), ...(ref !== undefined && { ref }) };
}
