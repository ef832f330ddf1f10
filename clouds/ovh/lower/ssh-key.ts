import type { Handle, LowerContext, SshKeySpec } from "../../contract/index.ts";

/** Registers the public key that the spec carries; nothing where it names one that is registered already. */
export function sshKey(
  spec: SshKeySpec,
  type: "ovh_cloud_ssh_key" | "ovh_cloud_project_ssh_key",
  at: Readonly<Record<string, string>>,
  cx: LowerContext,
): Handle | undefined {
  if ("registered" in spec) return undefined;
  return cx.resource(type, "key", { ...at, name: spec.name, public_key: spec.publicKey });
}

export function keyName(spec: SshKeySpec, made: Handle | undefined): string {
  if ("registered" in spec) return spec.registered;
  return made?.ref("name") ?? spec.name;
}
