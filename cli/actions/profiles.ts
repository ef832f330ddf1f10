import { builtInProfiles, type Profile, type ProfileStatus } from "../../guard/index.ts";
import { STATUS } from "../../guard/profile/page.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";

/** Lists the built-in profiles, and those of the project's policy. */
export function listProfiles(own: readonly Profile[], json: boolean): Exit {
  const all = [...builtInProfiles, ...own.filter(({ id }) => !builtInProfiles.some((one) => one.id === id))];
  if (json) printJson(all.map(summary));
  else {
    const width = Math.max(...all.map(({ id }) => id.length));
    for (const { id, title, version, status } of all) print(`${id.padEnd(width)}  ${title}, ${version}: ${word(status)}`);
  }
  return 0;
}

const word = (status: ProfileStatus): string => STATUS[status];

export const summary = ({
  id,
  title,
  version,
  date,
  status,
  decidedBy,
  note,
  source,
  seen,
  countries,
  operators,
  places,
  controls,
}: Profile) => ({
  id,
  title,
  version,
  date,
  status,
  decidedBy,
  note: note ?? null,
  source,
  seen,
  countries: countries ?? null,
  operators: operators ?? null,
  places: places ?? null,
  controls,
});
