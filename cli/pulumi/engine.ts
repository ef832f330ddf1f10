import { EngineError } from "../../catalogue/errors.ts";
import { findPulumi, type PulumiEngine } from "../../engines/pulumi/find.ts";

/** Whether `--engine` means Pulumi: its name, or the path of a program that is called so. */
export const isPulumi = (named: string | undefined): boolean => named !== undefined && /(?:^|[\\/])pulumi(?:\.exe)?$/.test(named);

/**
 * Pulumi's engine: the one that was named by its path, or the first that is found. One that is built is announced before, in CI too.
 *
 * @throws EngineError that says where was looked
 */
export async function pulumiEngine(named: string | undefined, signal: AbortSignal): Promise<PulumiEngine> {
  const env = named === undefined || named === "pulumi" ? process.env : { ...process.env, PULUMI_BINARY_NAME: named };
  try {
    return await findPulumi({ env, signal, say: (line) => void process.stderr.write(`${line}\n`) });
  } catch (error) {
    signal.throwIfAborted();
    throw new EngineError((error as Error).message, { cause: error });
  }
}
