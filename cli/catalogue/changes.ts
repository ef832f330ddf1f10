import type { Operator } from "../../catalogue/index.ts";
import type { Snapshot, SnapshotRegion } from "./snapshot.ts";

/** One fact that two catalogues have different; null: one of them has none. */
export interface Change {
  readonly kind: "operator" | "bloc" | "region" | "type";
  /** `ovhcloud`, `eu`, `ovh:GRA11`, `ovh/ovh ovh_cloud_project_kube`. */
  readonly id: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** What an update changes, in the order of the facts. */
export function changesBetween(old: Snapshot, now: Snapshot): readonly Change[] {
  const clouds = [...new Set([...Object.keys(old.clouds), ...Object.keys(now.clouds)])].sort();
  return [
    ...compared("operator", old.operators, now.operators, operatorText),
    ...compared("bloc", old.blocs, now.blocs, (countries) => countries.join(" ")),
    ...clouds.flatMap((cloud) => {
      const [before, after] = [old.clouds[cloud], now.clouds[cloud]];
      const source = (after ?? before)?.providers[0] ?? cloud;
      return [
        ...compared("region", keyed(`${cloud}:`, before?.regions), keyed(`${cloud}:`, after?.regions), regionText),
        ...compared("type", keyed(`${source} `, before?.types), keyed(`${source} `, after?.types), (placement) => placement),
      ];
    }),
  ];
}

const keyed = <T>(prefix: string, table: Readonly<Record<string, T>> = {}): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [`${prefix}${key}`, value]));

function compared<T>(
  kind: Change["kind"],
  old: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  text: (value: T) => string,
): readonly Change[] {
  const said = (table: Readonly<Record<string, T>>, id: string): string | null => (Object.hasOwn(table, id) ? text(table[id] as T) : null);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .map((id) => ({ kind, id, was: said(old, id), is: said(now, id) }))
    .filter(({ was, is }) => was !== is);
}

function operatorText({ name, seat, control, laws, technology, closed }: Operator): string {
  return [
    `${name}, seat in ${seat.country}, controlled by ${control.by} in ${control.country}`,
    ...(laws.length > 0 ? [`reached by ${laws.join(", ")}`] : []),
    ...(technology === undefined ? [] : [`runs ${technology.name} of ${technology.licensor} (${technology.country})`]),
    ...(closed === undefined ? [] : [`closes on ${closed.on}`]),
  ].join("; ");
}

const regionText = ({ country, city, operator, certificates }: SnapshotRegion): string =>
  [`${city}, ${country}, under ${operator ?? "whoever its endpoint names"}`, ...certificates].join("; ");
