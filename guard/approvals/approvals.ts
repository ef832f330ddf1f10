import { type Bloc, type CountryCode, countriesOf, country, type IsoDate, isClosed, type Operator } from "../../catalogue/index.ts";
import type { CloudFacts } from "../../clouds/contract/index.ts";
import { type FoundRegion, openOn, regionOf } from "./regions.ts";

/** Countries by name of their bloc, or one by one. */
export type Countries = Bloc | readonly CountryCode[];

/** Which operators are approved: by where they sit and who controls them, with exceptions by id. */
export interface OperatorApprovals {
  /** Where the company must have its seat. @default the approved countries */
  readonly seat?: Countries;
  /** Where whoever controls it in the end must sit. @default the approved countries */
  readonly control?: Countries;
  /** Nobody but these. */
  readonly only?: readonly string[];
  /** These as well, wherever they sit. */
  readonly also?: readonly string[];
  /** Never these, wherever they sit. */
  readonly never?: readonly string[];
}

/** Where state may be kept, beyond a store that the catalogue knows to be in an approved place. */
export interface BackendApprovals {
  /** State in a file on the machine that runs, without encryption by the engine. @default false */
  readonly local?: boolean;
}

/** What a policy approves, without its rules. */
export interface Approvals {
  readonly name: string;
  readonly countries: Countries;
  readonly operators: OperatorApprovals;
  /** Nothing but these, `ovh:GRA11`; absent: every region in the approved countries. */
  readonly places?: readonly string[];
  /** Hosts approved beyond those that the catalogue knows, `s3.acme.example`. */
  readonly endpoints: readonly string[];
  /** Registries, beyond the two public ones, whose providers are what they say, `registry.acme.example`. */
  readonly registries: readonly string[];
  readonly backends: BackendApprovals;
  /** Environment variables that every run is known to set. A provider that reads one of them is judged by this value. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where things are that this infrastructure names by id only, and hosts whose name says no place: id or host → place, `ovh:GRA11`. */
  readonly located: Readonly<Record<string, string>>;
}

/** Whether a policy approves something, and why. */
export interface Standing {
  readonly approved: boolean;
  /** One sentence without subject: `its seat is in France …`. */
  readonly because: string;
}

const MEMBERS = new Map<IsoDate, Map<Bloc, readonly CountryCode[]>>();

export function memberCountries(countries: Countries, day: IsoDate): readonly CountryCode[] {
  if (typeof countries !== "string") return countries;
  const known = MEMBERS.get(day)?.get(countries);
  if (known !== undefined) return known;
  const members = countriesOf(countries, day);
  const blocs = MEMBERS.get(day) ?? new Map<Bloc, readonly CountryCode[]>();
  MEMBERS.set(day, blocs.set(countries, members));
  return members;
}

const nameOf = (code: string): string => country(code)?.name ?? code;

/** Countries whose name takes an article: "its seat is in the Netherlands", "London, United Kingdom". */
const WITH_ARTICLE: ReadonlySet<string> = new Set(["AE", "FO", "GB", "IM", "NL", "US"] satisfies readonly CountryCode[]);

/** A country as a sentence names it. */
export const inSentence = (code: string): string => `${WITH_ARTICLE.has(code) ? "the " : ""}${nameOf(code)}`;

/** How a message names a set of countries. */
export function described(countries: Countries): string {
  if (countries === "eu") return "the European Union";
  if (countries === "eea") return "the European Economic Area";
  if (countries === "adequate") return "the countries that the GDPR treats as adequate";
  return countries.map(inSentence).join(", ");
}

export function operatorStanding(approvals: Approvals, operator: Operator, day: IsoDate): Standing {
  const { seat = approvals.countries, control = approvals.countries, only, also = [], never = [] } = approvals.operators;
  const { id, closed } = operator;
  if (closed !== undefined && isClosed(operator, day))
    return no(`${operator.name} is closed since ${closed.on}: ${closed.because} Go to ${closed.instead.join(", ")}`);
  if (never.includes(id)) return no(`policy ${approvals.name} names ${id} among the operators it never approves`);
  if (also.includes(id)) return yes(`policy ${approvals.name} names ${id} among its operators`);
  if (only !== undefined && !only.includes(id)) return no(`policy ${approvals.name} approves no operators but ${only.join(", ")}`);
  const ruled = `it is controlled by ${operator.control.by} in ${inSentence(operator.control.country)}`;
  if (!memberCountries(seat, day).includes(operator.seat.country))
    return no(`its seat is in ${inSentence(operator.seat.country)}, outside ${described(seat)}`);
  if (!memberCountries(control, day).includes(operator.control.country)) return no(`${ruled}, outside ${described(control)}`);
  return yes(`its seat is in ${inSentence(operator.seat.country)} and ${ruled}`);
}

/** Whether a region of a cloud may be used, its operator apart. */
export function regionStanding(approvals: Approvals, facts: CloudFacts, region: FoundRegion, day: IsoDate): Standing {
  const where = `${region.city}, ${nameOf(region.country)}`;
  if (!openOn(region, day)) return no(`${region.code} (${where}) is not open on ${day}`);
  if (!memberCountries(approvals.countries, day).includes(region.country))
    return no(`${region.code} is in ${where}, outside ${described(approvals.countries)}`);
  if (approvals.places !== undefined && !approvals.places.some((place) => isPlaceOf(place, facts, region)))
    return no(`${region.code} (${where}) is none of the places of policy ${approvals.name}: ${approvals.places.join(", ")}`);
  return yes(`${region.code} is in ${where}`);
}

/** A spelling that names a location only is a place of the policy when a region there is, and the other way round. */
function isPlaceOf(place: string, facts: CloudFacts, region: FoundRegion): boolean {
  const [cloud, code] = split(place);
  if (cloud !== facts.cloud) return false;
  const named = regionOf(facts, code);
  return named !== undefined && (named.code === region.code || named.location === region.code || named.code === region.location);
}

/** `ovh:GRA11` → cloud and code. */
export function split(place: string): readonly [cloud: string, code: string] {
  const colon = place.indexOf(":");
  return colon < 0 ? [place, ""] : [place.slice(0, colon), place.slice(colon + 1)];
}

const yes = (because: string): Standing => ({ approved: true, because });
const no = (because: string): Standing => ({ approved: false, because });
