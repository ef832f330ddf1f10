/** How our concepts are written in IONOS' resources; one file per concept. `absent.ts` says why the rest is not. */
import { bucket } from "./bucket.ts";
import { registry } from "./registry.ts";

export const lower = { bucket, registry } as const;
