/** Object Storage as seen from a region. Source: stackitcloud/terraform-provider-stackit docs/index.md (backend example); seen 2026-11-23. */
export function objectStorage(region: string): { readonly endpoint: string; readonly region: string } {
  return { endpoint: `https://object.storage.${region}.onstackit.cloud`, region };
}
