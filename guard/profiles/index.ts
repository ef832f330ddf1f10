/** The built-in profiles. Each file is one framework: where it says what it says, what it asks for under its own numbers, and what shows it. */
import type { Profile } from "../profile/profile.ts";
import { bsiC5 } from "./bsi-c5.ts";
import { cada } from "./cada.ts";
import { csf } from "./csf.ts";
import { dataAct } from "./data-act.ts";
import { dora } from "./dora.ts";
import { gaiaX } from "./gaia-x.ts";
import { gdpr } from "./gdpr.ts";
import { hds } from "./hds.ts";
import { nis2 } from "./nis2.ts";
import { secnumcloud } from "./secnumcloud.ts";

export { SHARED_CONTROLS } from "./controls.ts";

/** Every profile that comes with the guard, as `terroir profiles` lists them. */
export const builtInProfiles: readonly Profile[] = [...gaiaX, csf, ...cada, secnumcloud, hds, ...bsiC5, dora, nis2, gdpr, dataAct];
