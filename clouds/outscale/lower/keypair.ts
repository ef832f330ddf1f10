import { base64, type Handle, type LowerContext, type SshKeySpec } from "../../contract/index.ts";

/** A key pair that is registered with the public key that the spec carries; nothing where the spec names one that the account knows already. */
export function keypair(key: SshKeySpec, cx: LowerContext): Handle | undefined {
  if ("registered" in key) return undefined;
  return cx.resource("outscale_keypair", "key", {
    keypair_name: key.name,
    public_key: base64(key.publicKey),
  });
}

export function keypairName(key: SshKeySpec, made: Handle | undefined): string {
  return "registered" in key ? key.registered : (made?.ref("keypair_name") ?? key.name);
}
