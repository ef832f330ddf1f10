import type { Json } from "../../guard/index.ts";

/** A synthesized document of one encrypted bucket on OVHcloud, with its state in the Union: inside or not as its region is. */
export const bucketIn = (region: string): { readonly [key: string]: Json } => ({
  terraform: {
    required_providers: { ovh: { source: "ovh/ovh" } },
    backend: { s3: { bucket: "b", key: "k", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } } },
  },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
  resource: {
    ovh_cloud_project_storage: { b: { service_name: "p", name: "b", region_name: region, encryption: { sse_algorithm: "AES256" } } },
  },
});
