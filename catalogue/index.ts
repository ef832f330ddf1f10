/**
 * Facts bound to no cloud: each claim with its source and the day on which it was read. `terroir/catalogue` adds the operators that clouds bring
 * (`clouds/catalogue.ts`).
 */
export { ADEQUACY, type AdequacyDecision } from "./adequacy.ts";
export {
  type Bloc,
  countriesOf,
  EU_COUNTRIES,
  EU_MEMBERS,
  type EuCountryCode,
  inBloc,
  MEMBERSHIPS,
  type Membership,
  membershipsOf,
} from "./blocs.ts";
export { COUNTRIES, type Country, type CountryCode, country, isCountryCode } from "./countries.ts";
export { EngineError, type ExitCode, InputError, TerroirError, withoutTrace } from "./errors.ts";
export { FOREIGN_HOSTS, type ForeignHost, foreignHost } from "./foreign-hosts.ts";
export { LAWS, type Law, type LawId } from "./laws.ts";
export type { Claim, Closure, Operator } from "./operator.ts";
export { isClosed, OPERATORS, operator, operatorIds, operatorOn } from "./operators.ts";
export type { OtherProvider, S3Client, TypeEffect } from "./provider.ts";
export { otherProvider, PROVIDERS } from "./providers.ts";
export { type Dated, holdsOn, type IsoDate, type Sourced, unread } from "./sourced.ts";
export { today } from "./today.ts";
