/** Object Storage as seen from a region. Source: https://www.scaleway.com/en/docs/object-storage/concepts/ and scaleway/terraform-provider-scaleway docs/guides/backend_guide.md; seen 2026-11-28. */
export function objectStorage(region: string): { readonly endpoint: string; readonly region: string } {
  return { endpoint: `https://s3.${region}.scw.cloud`, region };
}
