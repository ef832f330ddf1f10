import type { Configuration } from "./configuration.ts";

/** Asking for a key takes a fifth of a second of computing in every command: only where the configuration insists on encryption. */
const OWN_KEY = `key_provider "pbkdf2" "terroir_rehearsal" {
  passphrase = "nothing in a rehearsal is a secret"
  iterations = 200000
}
method "aes_gcm" "terroir_rehearsal" {
  keys = key_provider.pbkdf2.terroir_rehearsal
}
`;

const PLAIN = `method "unencrypted" "terroir_rehearsal" {}
`;

const targets = (method: string): string => `state {
  method = ${method}
}
plan {
  method = ${method}
}
remote_state_data_sources {
  default {
    method = ${method}
    fallback {
      method = method.unencrypted.terroir_rehearsal
    }
  }
}
`;

/**
 * What overrides the encryption in HCL files: the real key may be behind a service that a rehearsal must not ask. A state that must be
 * encrypted is, with a key of the rehearsal's own. (In JSON files the block has been taken out.)
 */
export function encryptionFor(configuration: Configuration): { readonly TF_ENCRYPTION?: string } {
  if (!configuration.encrypted) return {};
  const enforced = /\benforced\s*=\s*true\b/.test(configuration.text);
  const method = enforced ? "method.aes_gcm.terroir_rehearsal" : "method.unencrypted.terroir_rehearsal";
  return { TF_ENCRYPTION: PLAIN + (enforced ? OWN_KEY : "") + targets(method) };
}
