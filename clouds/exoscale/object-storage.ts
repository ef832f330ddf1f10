/** Simple Object Storage as seen from a zone. Source: community.exoscale.com/documentation/storage/simple-object-storage-overview; seen 2026-11-28. */
export function objectStorage(region: string): { readonly endpoint: string; readonly region: string } {
  return { endpoint: `https://sos-${region}.exo.io`, region };
}
