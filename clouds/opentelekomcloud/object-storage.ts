/** Object Storage Service as seen from a region. Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/guides/backends.md, docs/resources/obs_bucket.md; seen 2026-11-28. */
export function objectStorage(region: string): { readonly endpoint: string; readonly region: string } {
  const host = region === "eu-ch2" ? `obs.${region}.sc.otc.t-systems.com` : `obs.${region}.otc.t-systems.com`;
  return { endpoint: `https://${host}`, region };
}

/** Where one signs in; Switzerland has an identity service of its own. Same source. */
export function identityOf(region: string): string {
  return region === "eu-ch2" ? "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3" : `https://iam.${region}.otc.t-systems.com/v3`;
}
