import { placeFrom } from "../clouds/contract/index.ts";
import { CLOUDS } from "../clouds/registry/clouds.ts";

/** On which a project starts where nothing is said, and with which an error gives its example. */
const FIRST = "ovh";
const clouds = [...CLOUDS].sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST));

/** A place in the EU on one of our clouds, from `ovh:GRA11`. */
export const placeNamed = (text: string): ReturnType<typeof placeFrom> => placeFrom(text, ...clouds);
