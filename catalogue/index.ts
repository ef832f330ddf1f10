/** `terroir/catalogue`: facts bound to no cloud. Countries and blocs, operators, providers that belong to no cloud; each claim with its source and the day on which it was read. */
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
export { EngineError, type ExitCode, InputError, politely, TerroirError } from "./errors.ts";
export { type Dated, holdsOn, type IsoDate, type Sourced } from "./sourced.ts";
export { today } from "./today.ts";
