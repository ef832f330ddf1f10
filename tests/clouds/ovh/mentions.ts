import { mentionsOf } from "../mentions.ts";

export { plain } from "../mentions.ts";
export const { schema, pathsOf, pathOf } = mentionsOf("ovh");
