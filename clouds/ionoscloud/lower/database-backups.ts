import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseSpec, LowerContext } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";

/**
 * Stores of the same location, by the names that the first generation of databases has for them.
 *
 * Source: docs/resources/dbaas_pgsql_cluster.md, dbaas_mongo_cluster.md (`de`, `eu-south-2`, `eu-central-2`); seen 2026-11-28.
 */
const FORMER: Readonly<Record<string, string>> = { "de/fra": "de", "de/txl": "eu-central-2" };

/** Where a database's backups lie: at its own location, by both names that this has. Left out, IONOS would choose. */
export function backupsOf({ name, backups }: DatabaseSpec, { region }: LowerContext): { readonly store: string; readonly former: string } {
  const elsewhere = backups.regions.filter((one) => one !== region);
  if (elsewhere.length > 0)
    throw new InputError(
      `Database ${name} wants its backups in ${elsewhere.join(" and ")} too, and IONOS keeps them in one place. Leave out { backupsAlsoAt }, and copy a dump into a bucket there.`,
    );
  const store = objectStorage(region)?.region;
  const former = FORMER[region];
  if (store === undefined || former === undefined)
    throw new InputError(
      `Database ${name} would keep its backups in ${region}, and no object storage is known to stand there. Put it in de/fra or de/txl.`,
    );
  return { store, former };
}
