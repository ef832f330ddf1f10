import { readFileSync } from "node:fs";
import { InputError } from "../catalogue/errors.ts";
import { Faults } from "../rehearsal/faults.ts";
import type { Fault } from "../rehearsal/index.ts";

/** Faults to play, from a JSON file that lists them. */
export function faultsFrom(file: string): readonly Fault[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new InputError(
      missing ? `There is no file of faults ${file}.` : `The faults in ${file} are not JSON: ${(error as Error).message}.`,
      {
        cause: error,
      },
    );
  }
  if (!Array.isArray(content) || content.some((one) => typeof one !== "object" || one === null))
    throw new InputError(`${file} should hold a list of faults: [{ "on": "create", "type": "ovh_cloud_project_kube", "kind": "quota" }].`);
  try {
    new Faults(content as readonly Fault[]);
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message}`, { cause: error });
  }
  return content as readonly Fault[];
}
