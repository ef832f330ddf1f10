/** Locations that sell object storage. Source: rclone backend/s3/provider/Hetzner.yaml; seen 2026-11-23. */
const SOLD: readonly string[] = ["fsn1", "nbg1", "hel1"];

/** Object storage as seen from a location; undefined where none is sold. Same source. */
export function objectStorage(region: string): { readonly endpoint: string; readonly region: string } | undefined {
  return SOLD.includes(region) ? { endpoint: `https://${region}.your-objectstorage.com`, region } : undefined;
}
