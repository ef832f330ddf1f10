import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import type { SshKeySpec } from "../clouds/contract/index.ts";
import { refuse } from "./refuse.ts";

/** A public key, as a line of `~/.ssh/id_ed25519.pub`, or the name of one that the project knows already. */
export type SshKey = string | { readonly registered: string };

/** What OpenSSH takes by default in 2026; ssh-dss is gone, and ssh-rsa keys are fine when they sign with SHA-2. Source: openssh.com release notes 8.8 and 10.0. */
const TYPES =
  /^(?:ssh-ed25519|sk-ssh-ed25519@openssh\.com|ecdsa-sha2-nistp(?:256|384|521)|sk-ecdsa-sha2-nistp256@openssh\.com|ssh-rsa) [A-Za-z0-9+/]+=*(?: .*)?$/;

export function sshKeyProp(self: IConstruct, key: SshKey, name: string): SshKeySpec {
  if (typeof key !== "string") return { registered: key.registered };
  return { name, publicKey: publicKeyProp(self, "sshKey", key) };
}

export function publicKeyProp(self: IConstruct, prop: string, key: string): string {
  if (key.includes("PRIVATE KEY"))
    refuse(self, `{ ${prop} } is a private key, which must never leave its machine. Give the public one: the file that ends in .pub.`);
  if (Token.isUnresolved(key) || TYPES.test(key.trim())) return key.trim();
  return refuse(
    self,
    `{ ${prop}: ${JSON.stringify(key.slice(0, 24))}… } is no public key that SSH servers take. It looks like "ssh-ed25519 AAAA… you@example"; \`ssh-keygen -t ed25519\` makes one.`,
  );
}
