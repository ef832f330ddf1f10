/** __TITLE__: its regions, and what can be built there. */
import { defineCloud } from "terroir/extend";
import { absent } from "./absent.ts";
import { bucket } from "./lower/bucket.ts";
import { regions } from "./regions.ts";

/** __TITLE__. Credentials come from the environment (__UPPER___TOKEN). */
export const __CAMEL__ = defineCloud({
  name: "__FILE__",
  operator: "__FILE__",
  provider: { name: "__PREFIX__", source: "acme/__PREFIX__", version: "~> 1.0", block: () => ({ args: {} }) },
  account: { project: { description: "Id of the project that everything belongs to." } },
  objectStorage: (region) => ({ endpoint: `https://s3.${region}.__PREFIX__.example`, region }),
  regions,
  lower: { bucket },
  absent,
});
