import type { RehearsalOverlay, SimulatedObject, SimulatedValue } from "../../contract/rehearsal.ts";
import { regions } from "../regions.ts";

const isList = (value: SimulatedValue | undefined): value is readonly SimulatedValue[] => Array.isArray(value);
const objects = (value: SimulatedValue | undefined): readonly SimulatedObject[] =>
  isList(value) ? value.filter((one): one is SimulatedObject => typeof one === "object" && one !== null && !isList(one)) : [];

/** The subregions of the region that is asked: code takes the first, the second and the third of them. */
export const outscale_subregions: NonNullable<RehearsalOverlay["dataSources"]>[string] = ({ filter }, { provider }) => {
  const region = String(objects(provider.api)[0]?.region ?? provider.region ?? "eu-west-2");
  const known = Object.entries(regions).find(([code]) => code === region)?.[1];
  const zones: readonly string[] = known?.zones ?? [`${region}a`, `${region}b`];
  const wanted = objects(filter).find(({ name }) => name === "subregion_names")?.values;
  return {
    subregions: zones
      .filter((name) => !isList(wanted) || wanted.includes(name))
      .map((subregion_name) => ({ subregion_name, region_name: region, state: "available" })),
  };
};
