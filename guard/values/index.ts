/** What a value in a configuration can be, and the language in which Terraform writes it. Knows nothing of documents, clouds or rules. */
export type { Json } from "./json.ts";
export { readPath, type Standing } from "./read-path.ts";
export { type Binding, bind, type Env, type Scope } from "./scope.ts";
export { combinations, decide, join, known, map, members, oneOf, refines, unknown } from "./sets.ts";
export { settle } from "./settle.ts";
export { type Chain, isSensitive, type Link, MOST, type Value } from "./value.ts";
