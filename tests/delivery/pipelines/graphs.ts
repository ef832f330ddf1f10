import { graphOf } from "../../../delivery/graph/graph-of.ts";
import type { Graph } from "../../../delivery/graph/index.ts";
import { type PipelineSettings, settingsFrom } from "../../../delivery/pipelines/index.ts";
import { synthesized, type Written } from "../graph/folders.ts";

/** Twelve stacks, diamonds among them; `audit` waits for nothing, and one name has a point. */
export const AFTER: Readonly<Record<string, readonly string[]>> = {
  landing: [],
  audit: [],
  "net.core": ["landing"],
  dns: ["landing"],
  keys: ["landing"],
  cluster: ["net.core", "keys"],
  database: ["net.core", "keys"],
  cache: ["net.core"],
  shop: ["cluster", "database", "cache", "dns"],
  search: ["cluster"],
  reports: ["database"],
  status: ["shop", "search", "reports"],
};

export const twelve = (more: (name: string) => Written = () => ({})): Readonly<Record<string, Written>> =>
  Object.fromEntries(Object.entries(AFTER).map(([name, dependencies]) => [name, { ...more(name), dependencies }]));

const withSecret = (name: string): Written =>
  name === "keys" ? { document: { variable: { state_passphrase: { sensitive: true } } } } : {};

const BUCKET = {
  backend: {
    s3: {
      bucket: "states",
      key: "database.tfstate",
      region: "gra",
      endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" },
      use_lockfile: true,
    },
  },
  encryption: { state: { method: "method.aes_gcm.m", enforced: true } },
};
const withState = (name: string): Written => (name === "database" ? { terraform: BUCKET } : {});

/** One stack asks for a secret; the state of one is encrypted, and in a bucket. */
export const GRAPH: Graph = graphOf(synthesized(twelve((name) => ({ ...withSecret(name), ...withState(name) }))));

/** What engines that fetch the project themselves have to be told. */
const PLACES = { artifact: "oci://registry.example.eu/terroir/stacks", repository: "https://git.example.eu/platform/stacks" };

export const rendering = (said: Partial<PipelineSettings> = {}, graph: Graph = GRAPH) => ({
  graph,
  settings: settingsFrom({ ...PLACES, ...said }),
  output: "cdktf.out",
});

/** A graph in which one stack waits for so many. */
export function wide(count: number): Graph {
  const [one] = GRAPH.stacks;
  if (one === undefined) throw new Error("no stack");
  const first = Array.from({ length: count }, (_, i) => ({ ...one, name: `s${i}`, dependsOn: [] }));
  return { format: 1, stacks: [...first, { ...one, name: "last", level: 1, dependsOn: first.map(({ name }) => name) }] };
}
