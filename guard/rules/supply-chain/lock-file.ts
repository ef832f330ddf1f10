import { defineRule } from "../../rule/define-rule.ts";
import { nothingToJudge, pass, type Ruling, type TerraformExample } from "../../rule/rule.ts";
import { LOCK_FILE, lockKey } from "../../views/folder/lock-file.ts";

const ovh = (lock?: string): TerraformExample => ({
  terraform: { required_providers: { ovh: { source: "ovh/ovh", version: "~> 2.19" } } },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
  ...(lock !== undefined && { [LOCK_FILE]: lock }),
});
const entry = (source: string, hashes: string): string =>
  `provider "registry.opentofu.org/${source}" {\n  version = "2.19.0"\n  hashes  = [${hashes}]\n}\n`;

export default defineRule({
  id: "supply-chain/lock-file",
  title: "Every provider is in the lock file, with its checksums",
  why: "A version says which release is meant. Only its checksum says that what came is what was tried, and not what somebody put in its place.",
  controls: ["CSF:SOV-5", "NIS2:21.2.d"],
  on: ["provider"],
  level: "on request",
  check(provider, _options, { hearing, subject }): Ruling {
    const { locked } = hearing.infrastructure;
    const { providerSource: source, providerHost } = subject;
    // Only a folder has a lock file; a program's output gets its own when it is initialised.
    if (locked === undefined || source === undefined) return nothingToJudge;
    const at = {
      want: "an entry with checksums in the lock file",
      fix: `run \`tofu init\` (or \`terraform init\`), and commit ${LOCK_FILE}`,
    };
    if (locked === null) return { because: `is locked by nothing: there is no ${LOCK_FILE} beside the code`, ...at };
    if (locked === "unreadable") return { verdict: "undecided", because: `may be locked or not: ${LOCK_FILE} cannot be read`, ...at };
    const found = locked.get(lockKey(providerHost === undefined ? source : `${providerHost}/${source}`));
    if (found === undefined || found.version === null) return { because: `is not in ${LOCK_FILE}`, ...at };
    if (found.hashes.length > 0) return pass;
    return {
      because: `has no checksum in ${LOCK_FILE}`,
      value: found.version,
      ...at,
      fix: `run \`tofu providers lock\`, and commit ${LOCK_FILE}: ${provider.type} then has checksums`,
    };
  },
  examples: {
    passes: {
      "a provider with its checksum": ovh(entry("ovh/ovh", '"h1:zHsN6Fq3CzyQPYg8vcW9cM0w6YX8zQvZr7pX0m4qQ2s="')),
      "a view that has no lock file": ovh(),
    },
    fails: {
      "a provider that is not in it": ovh(entry("hashicorp/random", '"h1:zHsN6Fq3CzyQPYg8vcW9cM0w6YX8zQvZr7pX0m4qQ2s="')),
      "a provider without checksums": ovh(entry("ovh/ovh", "")),
    },
    undecided: { "a file that cannot be read": ovh('provider "ovh/ovh" {') },
  },
});
