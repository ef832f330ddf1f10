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

const KEYED = "method.aes_gcm.terroir_rehearsal";
const OPEN = "method.unencrypted.terroir_rehearsal";

const own = (method: string): string => `state {
  method = ${method}
}
plan {
  method = ${method}
}
`;

/** The states of other stacks may be encrypted so, or made up. */
const OTHERS = `remote_state_data_sources {
  default {
    method = ${KEYED}
    fallback {
      method = ${OPEN}
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
  const reads = configuration.remoteStates.length > 0;
  const parts = [PLAIN, ...(enforced || reads ? [OWN_KEY] : []), own(enforced ? KEYED : OPEN), ...(reads ? [OTHERS] : [])];
  return { TF_ENCRYPTION: parts.join("") };
}
