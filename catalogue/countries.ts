import { unread } from "./sourced.ts";

/**
 * ISO 3166-1 alpha-2 codes and English short names: the 27 members of the Union, the EEA, the countries with a decision of adequacy, and every
 * country in which a region or a company of the catalogue stands. A code that is not here is refused, so the table errs on the short side.
 */
export const COUNTRIES = {
  AD: "Andorra",
  AE: "United Arab Emirates",
  AR: "Argentina",
  AT: "Austria",
  AU: "Australia",
  BE: "Belgium",
  BG: "Bulgaria",
  BR: "Brazil",
  CA: "Canada",
  CH: "Switzerland",
  CI: "Côte d'Ivoire",
  CL: "Chile",
  CN: "China",
  CY: "Cyprus",
  CZ: "Czechia",
  DE: "Germany",
  DK: "Denmark",
  EE: "Estonia",
  ES: "Spain",
  FI: "Finland",
  FO: "Faroe Islands",
  FR: "France",
  GB: "United Kingdom",
  GG: "Guernsey",
  GR: "Greece",
  HK: "Hong Kong",
  HR: "Croatia",
  HU: "Hungary",
  IE: "Ireland",
  IL: "Israel",
  IM: "Isle of Man",
  IN: "India",
  IS: "Iceland",
  IT: "Italy",
  JE: "Jersey",
  JP: "Japan",
  KR: "Korea, Republic of",
  LI: "Liechtenstein",
  LT: "Lithuania",
  LU: "Luxembourg",
  LV: "Latvia",
  MA: "Morocco",
  MT: "Malta",
  MX: "Mexico",
  NL: "Netherlands",
  NO: "Norway",
  NZ: "New Zealand",
  PL: "Poland",
  PT: "Portugal",
  RO: "Romania",
  SE: "Sweden",
  SG: "Singapore",
  SI: "Slovenia",
  SK: "Slovakia",
  US: "United States of America",
  UY: "Uruguay",
} as const satisfies Readonly<Record<string, string>>;

/** ISO 3166-1 alpha-2, capitals: `FR`. */
export type CountryCode = keyof typeof COUNTRIES;

/** Where the codes come from: ISO's own page was not opened. */
export const COUNTRIES_SOURCE = unread("https://www.iso.org/obp/ui/#search/code/", "2026-11-23");

/** Whether a text is the ISO 3166-1 alpha-2 code, in capitals, of a country that the catalogue knows. */
export function isCountryCode(text: string): text is CountryCode {
  return Object.hasOwn(COUNTRIES, text);
}

/** A country as reports write it. */
export interface Country {
  /** ISO 3166-1 alpha-2, in capitals: `FR`. */
  readonly code: CountryCode;
  /** The English short name of ISO 3166-1: `France`. */
  readonly name: string;
}

/** The country of a code in either case, or undefined when the catalogue has none such. */
export function country(code: string): Country | undefined {
  const upper = code.trim().toUpperCase();
  return isCountryCode(upper) ? { code: upper, name: COUNTRIES[upper] } : undefined;
}
