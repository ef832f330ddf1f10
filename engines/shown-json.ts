import { EngineError } from "../catalogue/errors.ts";

/**
 * What an engine shows as JSON. OpenTofu prints its warnings on the same stream, before or after it.
 *
 * @throws EngineError when there is no JSON in it
 */
export function shownJson(stdout: string): unknown {
  const [start, end] = [stdout.search(/^\{/m), stdout.lastIndexOf("}")];
  try {
    return JSON.parse(start < 0 ? stdout : stdout.slice(start, end + 1)) as unknown;
  } catch (error) {
    throw new EngineError("The engine showed something that is not JSON. Run it by hand with -json to see what it says.", { cause: error });
  }
}
