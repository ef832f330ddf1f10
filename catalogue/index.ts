/** `terroir/catalogue`: facts bound to no cloud. Countries and blocs, operators, frameworks; each claim with its source and the day on which it was read. */
export { holdsOn, type Dated, type IsoDate, type Sourced } from "./sourced.ts";
export type CountryCode = string;
export type EuCountryCode = "AT" | "BE" | "BG" | "CY" | "CZ" | "DE" | "DK" | "EE" | "ES" | "FI" | "FR" | "GR" | "HR" | "HU" | "IE" | "IT" | "LT" | "LU" | "LV" | "MT" | "NL" | "PL" | "PT" | "RO" | "SE" | "SI" | "SK";
