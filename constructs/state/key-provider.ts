import type { TerraformStack } from "cdktf";
import { refuse } from "../refuse.ts";
import { fromStack } from "./from-stack.ts";
import type { StateKey } from "./keys.ts";

/** A key as OpenTofu's configuration has it. What is encrypted names provider and name, so that both must depend on the key alone. */
export interface KeyProvider {
  readonly type: "pbkdf2" | "openbao" | "external";
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** The variable that holds it, if one does. */
  readonly variable?: string;
}

/** The passphrase's variable when nothing else is said. */
export const PASSPHRASE = "state_passphrase";

/** @param stack whose state it encrypts */
export function keyProvider(stack: TerraformStack, key: StateKey): KeyProvider {
  if ("passphrase" in key) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key.passphrase))
      refuse(
        stack,
        `{ passphrase: ${JSON.stringify(key.passphrase)} } is no name of a variable. Write letters, digits and underscores: "shop_passphrase".`,
      );
    const name = key.passphrase === PASSPHRASE ? "terroir" : named("passphrase", key.passphrase);
    return { type: "pbkdf2", name, config: { passphrase: `\${var.${key.passphrase}}` }, variable: key.passphrase };
  }
  if ("file" in key) {
    const text = JSON.stringify(fromStack(stack, key.file));
    return { type: "pbkdf2", name: named("file", key.file), config: { passphrase: `\${trimspace(file(${text}))}` } };
  }
  if ("openBao" in key) {
    const { address, key: own, mount = "transit" } = key.openBao;
    requireHttps(stack, "openBao.address", address);
    const keyName = own ?? stack.node.path.replace(/[^\w-]+/g, "-");
    if (!/^[\w.-]+$/.test(keyName)) refuse(stack, `{ openBao: { key: ${JSON.stringify(keyName)} } } is no name of a transit key.`);
    return {
      type: "openbao",
      name: named("bao", keyName),
      config: { address, key_name: keyName, transit_engine_path: `/${mount.replace(/^\/+|\/+$/g, "")}` },
    };
  }
  const { endpoint, keyId } = key.ovhKms;
  requireHttps(stack, "ovhKms.endpoint", endpoint);
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(keyId))
    refuse(stack, `{ ovhKms: { keyId: ${JSON.stringify(keyId)} } } is no service key's UUID.`);
  // The endpoint stands in the command, so that the guard sees who holds the key, and no file on a machine says otherwise.
  const command = ["env", `KMS_RESTAPI_ENDPOINT=${endpoint}`, "opentofu-kms-ovhcloud", "--key-id", keyId.toLowerCase()];
  return { type: "external", name: named("ovhkms", keyId.toLowerCase()), config: { command } };
}

function requireHttps(stack: TerraformStack, prop: string, address: string): void {
  if (!/^https:\/\/[^\s/@]+(?:\/\S*)?$/.test(address))
    refuse(
      stack,
      `{ ${prop}: ${JSON.stringify(address)} } is no address of a key's holder: it begins with https:// and holds no password.`,
    );
}

/** A name that the engine takes, of this key and no other. */
const named = (kind: string, text: string): string => `${kind}_${text.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "")}`;
