import { today } from "../../catalogue/index.ts";
import type { CloudFacts } from "../../clouds/contract/index.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import type { Policy } from "../../guard/index.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";
import { type RegionRow, rowsOf, standingOf } from "../region-rows.ts";

export interface RegionsOptions {
  readonly cloud?: string;
  readonly country?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

export async function listRegions(options: RegionsOptions): Promise<Exit> {
  return show(select(await policyFor(options.policy), options), options);
}

export async function searchRegions(text: string, options: RegionsOptions): Promise<Exit> {
  const wanted = text.trim().toLowerCase();
  const policy = await policyFor(options.policy);
  const rows = select(policy, options).filter((row) => row.words.some((word) => word.toLowerCase().includes(wanted)));
  // What is not found may be misspelt, or the name of a company that closed: `standingOf` says so, and what is near.
  if (rows.length === 0 && !options.json) standingOf(text.trim(), policy, { clouds: clouds(options), day: today() });
  return show(rows, options);
}

export async function whyRegion(text: string, options: RegionsOptions): Promise<Exit> {
  const policy = await policyFor(options.policy);
  const standings = standingOf(text, policy, { clouds: clouds(options), day: today() });
  if (options.json) printJson(standings);
  else
    for (const { place, approved, because, instead } of standings) {
      print(`${approved ? "in " : "out"}  ${place}: ${because.join("; ")}`);
      if (instead.length > 0) print(`     nearest inside: ${instead.join(", ")}`);
    }
  return standings.every(({ approved }) => approved) ? 0 : 1;
}

const clouds = ({ cloud }: RegionsOptions): readonly CloudFacts[] =>
  CLOUD_FACTS.filter((facts) => cloud === undefined || facts.cloud === cloud);

function select(policy: Policy, options: RegionsOptions): readonly RegionRow[] {
  return clouds(options)
    .flatMap((facts) => rowsOf(facts, policy, today()))
    .filter((row) => options.country === undefined || row.country === options.country.toUpperCase());
}

async function show(rows: readonly RegionRow[], { json }: RegionsOptions): Promise<Exit> {
  if (json) printJson(rows.map(({ words: _, ...row }) => row));
  else if (rows.length === 0) print("No region that the catalogue knows fits. `terroir regions list` lists all.");
  else {
    const { default: Table } = await import("cli-table3");
    const table = new Table({
      head: ["place", "city", "country", "zones", "in?"],
      style: { head: [], border: [], compact: true },
      chars: BARE,
    });
    for (const row of rows) table.push([row.place, row.city, row.country, row.zones.join(" "), row.approved ? "in" : "out"]);
    print(table.toString());
  }
  return 0;
}

/** No frame: columns that `grep` and `awk` can read. */
const BARE = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
};
