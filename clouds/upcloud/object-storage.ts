/**
 * Object storage regions by the zone in which they keep what they are given. Those of other zones are left out until a source says where they are.
 *
 * Source: developers.upcloud.com/1.3/21-managed-object-storage ("List regions"); seen 2026-11-28.
 */
const REGIONS: Readonly<Record<string, string>> = { "fi-hel1": "europe-1" };

/** An object storage service as seen from a zone; undefined where none is known to stand. Source: UpCloudLtd/terraform-provider-upcloud docs/guides/objsto-as-s3-state-backend.md; seen 2026-11-28. */
export function objectStorage(zone: string, service: string): { readonly host: string; readonly region: string } | undefined {
  const region = REGIONS[zone];
  return region === undefined ? undefined : { host: `${service}.upcloudobjects.com`, region };
}
