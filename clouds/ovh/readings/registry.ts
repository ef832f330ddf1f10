import type { Companion, Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

const addresses = "Name the addresses of the clusters and pipelines that use the registry.";
const lists = (what: "management" | "registry", answers: string): Companion => ({
  type: `ovh_cloud_project_containerregistry_ip_restrictions_${what}`,
  path: "registry_id",
  closes: "ingress",
  because: `Without it the registry's ${answers} answers every address in the world.`,
  remedy: `Add an ovh_cloud_project_containerregistry_ip_restrictions_${what} with this registry's id in registry_id. ${addresses}`,
});

/** Managed container registries. They have a public name and no private one. */
export const readings = {
  ovh_cloud_project_containerregistry: {
    concept: "registry",
    encryption: { by: "nothing", because: "The provider has no attribute for it, and no claim of the operator was found." },
    companions: [lists("management", "console"), lists("registry", "image store")],
  },
  // That an empty list restricts nothing is documented for clusters; for registries it is assumed, which errs towards refusing.
  ovh_cloud_project_containerregistry_ip_restrictions_management: {
    ingress: [{ path: "ip_restrictions[].ip_block", absent: "open", administers: true, remedy: addresses }],
  },
  ovh_cloud_project_containerregistry_ip_restrictions_registry: {
    ingress: [{ path: "ip_restrictions[].ip_block", absent: "open", remedy: addresses }],
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
