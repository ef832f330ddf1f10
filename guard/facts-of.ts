import type { FactReading, Reading } from "../clouds/contract/index.ts";
import { candidates } from "./decide.ts";
import { exposuresOf } from "./exposure.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";
import { NotKnown } from "./not-known.ts";
import { operatorsOf } from "./operator.ts";
import { locate } from "./place/index.ts";
import type { Json } from "./values/json.ts";
import { members } from "./values/sets.ts";

/** Everything that a fact can be; null among them: the resource does not say. */
export function factOf(hearing: Hearing, subject: Subject, reading: Reading | undefined, fact: string): readonly Json[] {
  switch (fact) {
    case "operator":
      return operatorsOf(hearing, subject).map((one) => {
        if (one.is === "unknown") throw new NotKnown("", one.because);
        return one.is === "known" ? one.id : null;
      });
    case "region":
    case "country":
      return places(hearing, subject, fact);
    case "encrypted":
      return encrypted(subject, reading);
    case "public":
      return exposed(subject, reading);
    default: {
      const known = reading?.facts;
      const found = known !== undefined && Object.hasOwn(known, fact) ? known[fact] : undefined;
      return found === undefined ? [null] : read(subject, found);
    }
  }
}

function places(hearing: Hearing, subject: Subject, fact: "region" | "country"): readonly Json[] {
  const located = locate(hearing, subject);
  if (located.is === "nowhere") return [null];
  if (located.is !== "somewhere") throw new NotKnown("", located.because);
  return located.spots.map((spot) => {
    if (spot.is === "region") return fact === "region" ? spot.region.code : spot.region.country;
    if (spot.is === "country") return fact === "country" ? spot.country : null;
    if (spot.is === "stranger" && fact === "region") return spot.code;
    throw new NotKnown(spot.path, spot.is === "stranger" ? `the catalogue does not know ${spot.code}` : spot.because);
  });
}

function encrypted(subject: Subject, reading: Reading | undefined): readonly Json[] {
  const how = reading?.encryption;
  if (how === undefined || how.by === "nothing") throw new NotKnown("", how?.because ?? "nothing says whether it is encrypted");
  return how.by === "attribute" ? read(subject, { as: "switch", path: how.path, when: how.when, absent: how.absent }) : [true];
}

function exposed(subject: Subject, reading: Reading | undefined): readonly Json[] {
  const ways = exposuresOf(subject, reading);
  if (ways.some((way) => way.is === "public" && way.always)) return [true];
  const unknown = ways.find((way) => way.is === "unknown");
  if (unknown?.is === "unknown") throw new NotKnown(unknown.path, unknown.cause);
  return ways.some((way) => way.is === "public") ? [true, false] : [reading?.exposure === undefined ? null : false];
}

/** Everything that a fact's attribute can be, in the fact's own terms. */
export function read(subject: Subject, how: FactReading): readonly Json[] {
  const values = subject.read(how.path);
  if (how.as === "count") {
    if (values.some(({ value }) => value.kind === "unknown")) throw new NotKnown(how.path, "how many there are is not known");
    return [values.filter(({ value }) => candidates(value).some((one) => one.is !== "absent")).length];
  }
  if (values.length === 0) return [how.as === "switch" ? how.absent : null];
  return values.flatMap(({ path, value }) => {
    const all = members(value);
    if (all === undefined) throw new NotKnown(path, value.kind === "unknown" ? value.cause : "");
    if (how.as === "switch")
      return candidates(value).map((one) => (one.is === "text" ? how.when.some((on) => String(on) === one.text) : how.absent));
    return how.as === "days" ? all.map(days) : all;
  });
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30, Y: 365 };

/** `P30D`, `P6M`, or a number of days; null when it is neither. A month counts as 30 days: the shortest promise that the text can mean. */
function days(value: Json): Json {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  if (/^\d+$/.test(value)) return Number(value);
  const [, number = "", unit = ""] = /^P(\d+)([DWMY])$/.exec(value) ?? [];
  return number === "" ? null : Number(number) * (DAYS[unit] ?? 0);
}
