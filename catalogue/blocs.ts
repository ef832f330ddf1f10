import { ADEQUACY } from "./adequacy.ts";
import type { CountryCode } from "./countries.ts";
import { type Dated, holdsOn, type IsoDate, type Sourced, unread } from "./sourced.ts";
import { today } from "./today.ts";

/** A group of countries with one law on data: each wider bloc holds the narrower. */
export type Bloc = "eu" | "eea" | "adequate";

/** Members of the European Union today, with the day of accession. */
export const EU_MEMBERS = {
  AT: "1995-01-01",
  BE: "1958-01-01",
  BG: "2007-01-01",
  CY: "2004-05-01",
  CZ: "2004-05-01",
  DE: "1958-01-01",
  DK: "1973-01-01",
  EE: "2004-05-01",
  ES: "1986-01-01",
  FI: "1995-01-01",
  FR: "1958-01-01",
  GR: "1981-01-01",
  HR: "2013-07-01",
  HU: "2004-05-01",
  IE: "1973-01-01",
  IT: "1958-01-01",
  LT: "2004-05-01",
  LU: "1958-01-01",
  LV: "2004-05-01",
  MT: "2004-05-01",
  NL: "1958-01-01",
  PL: "2004-05-01",
  PT: "1986-01-01",
  RO: "2007-01-01",
  SE: "1995-01-01",
  SI: "2004-05-01",
  SK: "2004-05-01",
} as const satisfies { readonly [C in CountryCode]?: IsoDate };

/** A country in the European Union today. */
export type EuCountryCode = keyof typeof EU_MEMBERS;

/** The members of the European Union today. */
export const EU_COUNTRIES = Object.keys(EU_MEMBERS) as readonly EuCountryCode[];

/** One country's time in a bloc. */
export interface Membership extends Sourced, Dated {
  /** Of which bloc the country is or was a member. */
  readonly bloc: Bloc;
  /** The member. */
  readonly country: CountryCode;
  /** Whom it covers, when not the country as a whole: such an entry does not count as membership. */
  readonly only?: string;
}

const seen = "2026-11-23";
/** The Union's own table of members, with the day of entry of each. */
const EUROPA = { source: "https://europa.eu/european-union/about-eu/countries_en?country=ES", seen } as const;
/** In force since 1994; Liechtenstein's day is generally known. */
const EEA = { source: "https://interfishmarket.com/en/company.aspx?id=126740", seen } as const;

/** Every membership that the catalogue knows, the ended ones included: an old plan is judged as of its day. */
export const MEMBERSHIPS: readonly Membership[] = [
  ...(Object.entries(EU_MEMBERS) as [EuCountryCode, IsoDate][]).map(
    ([country, from]): Membership => ({ bloc: "eu", country, from, ...EUROPA }),
  ),
  { bloc: "eu", country: "GB", from: "1973-01-01", to: "2020-01-31", ...EUROPA },
  { bloc: "eea", country: "IS", from: "1994-01-01", ...EEA },
  { bloc: "eea", country: "LI", from: "1995-05-01", ...unread("https://www.efta.int/eea-relations-eu/eea-agreement", seen) },
  { bloc: "eea", country: "NO", from: "1994-01-01", ...EEA },
  ...ADEQUACY.map((decision): Membership => ({ ...decision, bloc: "adequate" })),
];

/** Blocs whose members are also members of the wider one. */
const HOLDS: Readonly<Record<Bloc, readonly Bloc[]>> = { eu: ["eu"], eea: ["eu", "eea"], adequate: ["eu", "eea", "adequate"] };

/**
 * Whether a country is in a bloc on a day. `eea` is the Union with Iceland, Liechtenstein and Norway; `adequate` is the EEA with the countries to
 * which the GDPR lets personal data go by decision of adequacy, those with a decision for some recipients only (CA, JP, KR, US) left out.
 * A text that is no known country is in no bloc.
 *
 * @param day @default today
 */
export function inBloc(country: string, bloc: Bloc, day: IsoDate = today()): boolean {
  return MEMBERSHIPS.some((m) => m.country === country && m.only === undefined && HOLDS[bloc].includes(m.bloc) && holdsOn(m, day));
}

/** The countries of a bloc on a day, in alphabetical order. */
export function countriesOf(bloc: Bloc, day: IsoDate = today()): readonly CountryCode[] {
  const all = MEMBERSHIPS.filter((m) => m.only === undefined && HOLDS[bloc].includes(m.bloc) && holdsOn(m, day));
  return [...new Set(all.map((m) => m.country))].sort();
}

/** Why a country is in a bloc or nearly is: its entries, for a report that names its sources. */
export function membershipsOf(country: string): readonly Membership[] {
  return MEMBERSHIPS.filter((m) => m.country === country);
}
