import { entryAt } from "../../catalogue/entry-at.ts";
import { InputError } from "../../catalogue/errors.ts";

/** The folder that `--code` names, which has to be there. */
export function folderOfCode(folder: string): string {
  if (entryAt(folder)?.isDirectory() !== true)
    throw new InputError(`There is no folder at ${folder}. Name the one in which the plan or the state was made: --code DIR`);
  return folder;
}
