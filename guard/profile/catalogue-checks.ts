/** Checks of names that the catalogue has: a misspelt one would approve nothing, or forbid nobody. */
import { COUNTRIES, isClosed, isCountryCode, today } from "../../catalogue/index.ts";
import { unknownCloud } from "../../clouds/contract/unknown-cloud.ts";
import { CLOUD_FACTS, cloudFacts } from "../../clouds/facts.ts";
import { operatorIds, operatorOn } from "../../clouds/operators.ts";
import { nearestApproved, regionOf } from "../approvals/regions.ts";
import { nearest } from "../written/nearest.ts";
import { check, shown, text } from "../written/shape.ts";

export const place = check({ type: "string", pattern: "^[a-z0-9-]+:.+$" }, (value, at, wrong) => {
  const [, cloud = "", code = ""] = typeof value === "string" ? (/^([a-z0-9-]+):(.+)$/.exec(value) ?? []) : [];
  if (cloud === "") wrong(at, `is ${shown(value)}`, "Write a place as cloud:region, ovh:GRA11");
  const facts = cloudFacts(cloud);
  const clouds = CLOUD_FACTS.map((one) => one.cloud);
  if (facts === undefined) wrong(at, `names ${shown(value)}`, unknownCloud(cloud, clouds).replace(/\.$/, ""));
  else if (regionOf(facts, code) === undefined)
    wrong(
      at,
      `names ${shown(value)}, and ${cloud} has no such region`,
      `Did you mean ${nearestApproved(facts, code, () => true).join(", ")}?`,
    );
});

const operatorSchema = { type: "string", enum: operatorIds() };

/** An id of the catalogue: a misspelt one would forbid nobody. */
export const anyOperator = check(operatorSchema, (value, at, wrong) => {
  text(value, at, wrong, {});
  if (operatorOn(String(value), today()) !== undefined) return;
  const [near] = nearest(String(value), operatorIds());
  wrong(
    at,
    `names the operator ${shown(value)}, which the catalogue does not know`,
    near === undefined ? "See terroir regions" : `Did you mean "${near}"?`,
  );
});

/** One that is closed gets a plain answer, since nothing can be built there. */
export const operator = check(operatorSchema, (value, at, wrong, given) => {
  anyOperator(value, at, wrong, given);
  const known = operatorOn(String(value), today());
  if (known?.closed !== undefined && isClosed(known))
    wrong(
      at,
      `names ${known.name}, which closed on ${known.closed.on}: ${known.closed.because}`,
      `Go to ${known.closed.instead.join(", ")}`,
    );
});

const BLOCS = ["eu", "eea", "adequate"];

export const countries = check(
  { anyOf: [{ enum: BLOCS }, { type: "array", items: { enum: Object.keys(COUNTRIES) } }] },
  (value, at, wrong) => {
    if (typeof value === "string" && BLOCS.includes(value)) return;
    if (!Array.isArray(value)) wrong(at, `is ${shown(value)}`, `Write ${BLOCS.join(", ")}, or a list of ISO country codes`);
    else
      for (const code of value)
        if (typeof code !== "string" || !isCountryCode(code))
          wrong(at, `names ${shown(code)}, which is no country that the catalogue knows`, "Write ISO 3166-1 codes in capitals, FR");
  },
);
