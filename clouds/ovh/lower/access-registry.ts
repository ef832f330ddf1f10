import { InputError } from "../../../catalogue/index.ts";
import type { AccessOutputs, AccessSpec, LowerContext } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A user of the registry, with a password that OVHcloud draws. The provider can make it and give it no role: whether it may pull from a Harbor
 * project or push to it too is set in Harbor, and until then it may do neither.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_containerregistry_user.md; seen 2026-11-23.
 */
export function registryAccess(spec: AccessSpec, cx: LowerContext): AccessOutputs {
  if (spec.first.concept !== "registry") throw new TypeError(`${spec.name} is no access to a registry.`);
  if (spec.identity.kind === "people")
    throw new InputError(
      `A registry user is one name and one password, which people would have to share. Grant the registry to a machine, new Identity(scope, id, { kind: "machine" }).`,
    );
  const user = cx.resource("ovh_cloud_project_containerregistry_user", "user", {
    service_name: projectOf(cx),
    registry_id: spec.first.registryId,
    login: spec.identity.name,
    // Harbor wants an address for everybody; this domain can never receive mail (RFC 2606).
    email: `${spec.identity.name}@machine.invalid`,
  });
  return { credentials: { id: user.ref("user"), secret: user.ref("password") } };
}
