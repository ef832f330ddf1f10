import type { Subject } from "../subject/infrastructure.ts";

const WITH_CODE = "check the state beside its code, which has the provider block: terroir check STATE --code DIR";

/** What to do where everything hangs on a provider block: a state does not show it. */
export const showBlock = (block: Subject | undefined, otherwise: string): string => (block?.hidden === true ? WITH_CODE : otherwise);
