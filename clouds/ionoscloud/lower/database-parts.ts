import { InputError } from "../../../catalogue/index.ts";
import { type DatabaseSpec, type LowerContext, shortName } from "../../contract/index.ts";

/** Gigabytes of disk of a node where none are asked for. */
const STORAGE = 20;

/** What a node has: processors in step with its memory. More than sixteen a node cannot have. Source: docs.ionos.com, MariaDB and MongoDB, limitations; seen 2026-11-28. */
export function nodeOf({ name, size, storage = STORAGE }: DatabaseSpec, largest: number) {
  if ("name" in size)
    throw new InputError(
      `Database ${name} names a size ("${size.name}"), and IONOS' nodes have what they are asked for. Say gigabytes of memory: { size: 8 }.`,
    );
  if (size.memory > largest)
    throw new InputError(
      `Database ${name} asks for ${size.memory} GB of memory, and a node of IONOS' has ${largest} at most. Say { size: ${largest} }, or spread the data.`,
    );
  return { cores: Math.min(16, Math.max(1, Math.ceil(size.memory / 4))), memory: Math.max(4, Math.ceil(size.memory)), storage };
}

/** The first user, who may do everything. Names such as `admin` and `postgres` are the service's own. */
export const OWNER = "owner";

/** A password that the engine draws and the state keeps, which is why the state is encrypted. */
export function drawnPassword(cx: LowerContext): string {
  return cx
    .resource("random_password", "password", {
      length: 32,
      min_lower: 4,
      min_upper: 4,
      min_numeric: 4,
      min_special: 4,
      override_special: "!*()-_=",
    })
    .ref("result");
}

/** A week's window, on Sunday. */
export const maintenance = ({ maintenanceAt }: DatabaseSpec) => ({ day_of_the_week: "Sunday", time: `${maintenanceAt}:00` }) as const;

/** What a cluster may be called, 63 characters at most. */
export const nameOf = ({ name }: DatabaseSpec, cx: LowerContext): string => shortName(name, 63, cx);

export const guarded = ({ deletionProtection }: DatabaseSpec) => (deletionProtection ? ({ preventDestroy: true } as const) : {});
