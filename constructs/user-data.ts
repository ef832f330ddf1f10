import type { IConstruct } from "constructs";
import { refuse } from "./refuse.ts";

/** What gives a secret away in a text that operators keep readable. Each names what it found; none shows it. */
const SECRETS: readonly (readonly [found: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a WireGuard private key", /^\s*PrivateKey\s*=\s*[A-Za-z0-9+/]{43}=/m],
  [
    "a password",
    /\b(?:plain_text_passwd|hashed_passwd|passwd|password|passphrase)["']?\s*[:=]\s*(?!["']?(?:\s|$|\{|<|%|\*|!|false|true|no\b))["']?\S{4,}/i,
  ],
  ["a list of passwords", /\bchpasswd\s*["']?\s*:/],
  ["an access key", /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20,}|xox[abps]-[\w-]{10,})\b/],
  [
    "a secret",
    /\b(?:secret[_-]?key|client[_-]?secret|api[_-]?key|access[_-]?token|auth[_-]?token)["']?\s*[:=]\s*["']?[A-Za-z0-9+/_-]{12,}/i,
  ],
];

/** The longest that OVHcloud and OpenStack take, in bytes. Source: OpenStack Compute API, `user_data`; seen 2026-11-23. */
const LONGEST = 65_535;

/**
 * Cloud-init as plain text, safe to write into a description: user data is readable by whoever may see the machine, and lies in the engine's
 * state. A `${` of a shell script stays one: the engine would take it for an expression of its own.
 */
export function userDataProp(self: IConstruct, text: string): string {
  for (const [found, pattern] of SECRETS)
    if (pattern.test(text))
      refuse(
        self,
        `{ userData } seems to hold ${found}. User data is readable by whoever may see the machine, and stays in the state. Let the machine fetch it from a SecretStore when it starts.`,
      );
  if (Buffer.byteLength(text) > LONGEST)
    refuse(self, `{ userData } is ${Buffer.byteLength(text)} bytes long; clouds take ${LONGEST}. Fetch the rest when the machine starts.`);
  return text.replace(/\$\{(?!TfToken\[)/g, "$$${").replace(/%\{/g, "%%{");
}
