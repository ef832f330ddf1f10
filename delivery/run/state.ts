import { existsSync, readFileSync } from "node:fs";
import { sha256 } from "../records/index.ts";
import { answer, type Seat } from "../step/step.ts";

/** The digest of a state as it is stored; null when there is none yet. From elsewhere it is pulled. */
export async function stateDigest(seat: Seat): Promise<string | null> {
  if (seat.stateFile !== null) return existsSync(seat.stateFile) ? sha256(readFileSync(seat.stateFile)) : null;
  const { code, stdout } = await answer(seat, ["state", "pull"]);
  return code !== 0 || stdout.trim() === "" ? null : sha256(stdout);
}
