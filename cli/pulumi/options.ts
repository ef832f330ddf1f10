import { InputError } from "../../catalogue/errors.ts";
import type { Environment } from "../../engines/index.ts";
import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";

/** What means something to Terraform's engine alone, by the name it has on the command line. */
const FOREIGN = ["plans", "requireRecordFrom", "out", "only", "changedSince", "target", "faults", "continue"] as const;

/** Options that mean something to Terraform's engine alone are refused, not passed over. */
export function requireUnderstood(command: string, options: DeliveryOptions): void {
  const given = options as unknown as Readonly<Record<string, unknown>>;
  const said = FOREIGN.filter((name) => given[name] !== undefined).map(
    (name) => `--${name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}`,
  );
  if (said.length > 0)
    throw new InputError(`With Pulumi's engine \`terroir ${command}\` works on all stacks together: leave out ${said.join(", ")}.`);
}

export interface Kept {
  /** Null in a rehearsal in which nothing says it. */
  readonly backend: string | null;
  readonly secrets: string;
  /** What a rehearsal could not judge because nothing says it. */
  readonly unsaid: readonly string[];
}

/**
 * Where the state is kept, and who keeps its key.
 *
 * @throws InputError when nothing says it, and it is for real
 */
export function keptAt({ backend: said, secretsProvider, rehearse }: DeliveryOptions & PulumiStoreOptions, env: Environment): Kept {
  const backend = said ?? env.PULUMI_BACKEND_URL ?? "";
  const secrets = secretsProvider ?? "passphrase";
  if (rehearse === true)
    return {
      backend: backend === "" ? null : backend,
      secrets,
      unsaid: backend === "" ? ["where the state would be kept: no --backend says it, so that it was not judged"] : [],
    };
  if (backend === "")
    throw new InputError(
      "Nothing says where Pulumi keeps the state. Say --backend s3://BUCKET?endpoint=s3.gra.io.cloud.ovh.net&region=gra (or set PULUMI_BACKEND_URL): without it Pulumi would ask its own cloud.",
    );
  const isSaid = [env.PULUMI_CONFIG_PASSPHRASE, env.PULUMI_CONFIG_PASSPHRASE_FILE].some((one) => one !== undefined && one !== "");
  if (secrets === "passphrase" && !isSaid)
    throw new InputError(
      "The secrets of the state are encrypted with a passphrase: set PULUMI_CONFIG_PASSPHRASE, or name another --secrets-provider.",
    );
  return { backend, secrets, unsaid: [] };
}
