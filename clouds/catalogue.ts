/**
 * `terroir/catalogue`: facts bound to no cloud. Countries and blocs, operators, providers that belong to no cloud, laws; each claim with its source
 * and the day on which it was read. A claim that changes gets a new dated entry, so that an old plan can be judged as of its day. Operators are those of
 * the catalogue and those that clouds bring in their folders.
 */
export * from "../catalogue/index.ts";
export { OPERATORS, operator, operatorIds, operatorOn } from "./operators.ts";
