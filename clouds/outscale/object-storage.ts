/** OUTSCALE Object Storage as seen from a region: an S3 endpoint in each. Source: https://docs.outscale.com/en/userguide/OOS-API-Reference.html, rclone backend/s3/provider/Outscale.yaml; seen 2026-11-28. */
export function objectStorage(region: string): { readonly endpoint: string; readonly region: string } {
  return { endpoint: `https://oos.${region}.outscale.com`, region };
}
