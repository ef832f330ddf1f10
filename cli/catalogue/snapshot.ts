/** The catalogue as of a day, as data: what two of them have different, an update changes. */

import { readFileSync } from "node:fs";
import { isDay } from "../../catalogue/day.ts";
import { InputError } from "../../catalogue/errors.ts";
import { type Bloc, type CountryCode, countriesOf, holdsOn, type IsoDate, type Operator } from "../../catalogue/index.ts";
import type { Certificate, CloudFacts, Region } from "../../clouds/contract/index.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { operatorIds, operatorOn } from "../../clouds/operators.ts";

const FORMAT = "terroir-catalogue/1";

export interface Snapshot {
  readonly format: typeof FORMAT;
  /** As of which day. */
  readonly day: IsoDate;
  readonly operators: Readonly<Record<string, Operator>>;
  readonly blocs: Readonly<Record<Bloc, readonly CountryCode[]>>;
  readonly clouds: Readonly<Record<string, SnapshotCloud>>;
}

export interface SnapshotCloud {
  /** Source addresses of its provider. */
  readonly providers: readonly string[];
  readonly operator: string | null;
  readonly regions: Readonly<Record<string, SnapshotRegion>>;
  /** How each resource type is placed, `data.` before those that are data sources. */
  readonly types: Readonly<Record<string, string>>;
}

export interface SnapshotRegion {
  readonly country: CountryCode;
  readonly city: string;
  readonly operator: string | null;
  /** Names of the certificates that hold there, each with the services that it covers. */
  readonly certificates: readonly string[];
}

/** What the catalogue of this release says of a day. */
export function snapshotOn(day: IsoDate): Snapshot {
  return {
    format: FORMAT,
    day,
    operators: Object.fromEntries(operatorIds().flatMap((id) => entryOf(id, operatorOn(id, day)))),
    blocs: { eu: countriesOf("eu", day), eea: countriesOf("eea", day), adequate: countriesOf("adequate", day) },
    clouds: Object.fromEntries(CLOUD_FACTS.map((facts) => [facts.cloud, cloudOn(facts, day)])),
  };
}

const entryOf = (id: string, operator: Operator | undefined): readonly (readonly [string, Operator])[] =>
  operator === undefined ? [] : [[id, operator]];

function cloudOn(facts: CloudFacts, day: IsoDate): SnapshotCloud {
  const sites = Object.entries({ ...facts.locations, ...facts.regions } as Readonly<Record<string, Region>>).filter(([, site]) =>
    holdsOn(site, day),
  );
  const types = (prefix: string, table: CloudFacts["resources"]) =>
    Object.entries(table).map(([type, placement]) => [`${prefix}${type}`, JSON.stringify(placement)] as const);
  return {
    providers: facts.sources,
    operator: facts.operator ?? null,
    regions: Object.fromEntries(
      sites.map(([code, { country, city, operator = facts.operator, certificates = [] }]) => [
        code,
        {
          country,
          city,
          operator: operator ?? null,
          certificates: certificates
            .filter((one) => holdsOn(one, day))
            .map(certificateText)
            .sort(),
        },
      ]),
    ),
    types: Object.fromEntries([...types("", facts.resources), ...types("data.", facts.dataSources)]),
  };
}

const certificateText = ({ name, services }: Certificate): string => `${name} (${services.join(", ")})`;

/**
 * A catalogue by a day, or from a file that `terroir catalogue export` wrote with this or another release.
 *
 * @throws InputError when it is neither
 */
export function snapshotFrom(dayOrFile: string): Snapshot {
  if (isDay(dayOrFile)) return snapshotOn(dayOrFile);
  let snapshot: Partial<Snapshot> | null = null;
  try {
    snapshot = JSON.parse(readFileSync(dayOrFile, "utf8")) as Partial<Snapshot> | null;
  } catch (error) {
    throw new InputError(
      `${dayOrFile} is neither a day (YYYY-MM-DD) nor a catalogue: ${(error as Error).message}. Write one with: terroir catalogue export > ${dayOrFile}`,
      { cause: error },
    );
  }
  if (snapshot?.format !== FORMAT)
    throw new InputError(`${dayOrFile} is no catalogue of the form ${FORMAT}. Write one with: terroir catalogue export > ${dayOrFile}`);
  return snapshot as Snapshot;
}
