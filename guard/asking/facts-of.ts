import type { EncryptionReading, FactReading, Reading } from "../../clouds/contract/index.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { exposuresOf } from "../openness/exposure.ts";
import { operatorsOf } from "../operator/operator.ts";
import { locate } from "../place/index.ts";
import { NotKnown } from "../rule/not-known.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { shownBy } from "./shown.ts";

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
      return encrypted(hearing, subject, reading);
    case "public":
      return exposed(hearing, subject, reading);
    default: {
      const known = reading?.facts;
      const found = known !== undefined && Object.hasOwn(known, fact) ? known[fact] : undefined;
      return found === undefined ? [null] : read(hearing, subject, found);
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

function encrypted(hearing: Hearing, subject: Subject, reading: Reading | undefined): readonly Json[] {
  const how = reading?.encryption;
  switch (how?.by) {
    case undefined:
    case "nothing":
      throw new NotKnown("", how?.because ?? "nothing says whether it is encrypted");
    case "attribute":
      return [how.path, ...(how.also ?? []).filter((path) => subject.read(path).length > 0)].flatMap((path) =>
        read(hearing, subject, asFact({ ...how, path })),
      );
    case "companion":
      return read(hearing, subject, { as: "companion", type: how.type, path: how.path });
    default:
      return [true];
  }
}

/** Encryption that an attribute proves, as a fact. */
function asFact({ path, when, absent }: Extract<EncryptionReading, { by: "attribute" }>): FactReading {
  return when === "present" ? { as: "present", path } : { as: "switch", path, when, absent };
}

function exposed(hearing: Hearing, subject: Subject, reading: Reading | undefined): readonly Json[] {
  const ways = exposuresOf(hearing, subject, reading);
  if (ways.some((way) => way.is === "public" && way.always)) return [true];
  const unknown = ways.find((way) => way.is === "unknown");
  if (unknown?.is === "unknown") throw new NotKnown(unknown.path, unknown.cause);
  return ways.some((way) => way.is === "public") ? [true, false] : [reading?.exposure === undefined ? null : false];
}

/** Everything that a fact's attribute can be, in the fact's own terms. */
export function read(hearing: Hearing, subject: Subject, how: FactReading): readonly Json[] {
  return shownBy(hearing, subject, how).map((one) => {
    if (one.is === "unknown") throw new NotKnown(one.path, one.cause);
    return one.is === "nothing" ? null : one.value;
  });
}
