import { existsSync, readFileSync } from "node:fs";
import { sha256 } from "../records/index.ts";
import { answer, type Seat } from "../step/step.ts";

/** The digest of a state as it is stored; null when there is none yet. What only the engine can fetch is pulled by it. */
export async function stateDigest(seat: Seat): Promise<string | null> {
  if (seat.stateFile !== null) return existsSync(seat.stateFile) ? sha256(readFileSync(seat.stateFile)) : null;
  if (seat.stored !== undefined) {
    const bytes = await seat.stored();
    return bytes === null ? null : sha256(bytes);
  }
  const { code, stdout } = await answer(seat, ["state", "pull"]);
  return code !== 0 || stdout.trim() === "" ? null : sha256(stdout);
}
