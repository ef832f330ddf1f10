import { EngineError } from "../catalogue/errors.ts";
import { type Engine, explainMissing, findEngine } from "../engines/index.ts";

/**
 * The engine to run: the one that was named, or the first that is found. One that is fetched is announced before, in CI too.
 *
 * @param openTofuFirst whether an OpenTofu that we have goes before a Terraform on the PATH, where nobody named one
 *
 * @throws EngineError that says where was looked, and what was wrong there
 */
export async function engineFor(named: string | undefined, signal: AbortSignal, openTofuFirst = false): Promise<Engine> {
  const env = named === undefined ? process.env : { ...process.env, TERRAFORM_BINARY_NAME: named };
  const search = await findEngine({ env, signal, say: (line) => void process.stderr.write(`${line}\n`), openTofuFirst });
  if (search.engine === null) throw new EngineError(explainMissing(search));
  return search.engine;
}
