import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AnyCloud, CloudFacts, Concepts, Lower, Place } from "../../clouds/contract/index.ts";
import { findEngine } from "../../engines/index.ts";
import { rehearse } from "../../rehearsal/index.ts";
import { cloudNames, publicEntries, writeRegistry } from "../../scripts/clouds.mjs";
import { cloudContract, type LoadedSchema, placementProblems, providerSchema, recorder, SPECS } from "../../testing/index.ts";
import { ROOT } from "../architecture/house.ts";
import { terroir } from "../cli/terroir.ts";

/**
 * Clouds that nobody here knows, as docs/adding-a-cloud.md has it: one folder each, and nothing else is touched. One as `terroir new cloud` writes it, and
 * one of ten types that somebody made of it in a day.
 */
const home = mkdtempSync(join(ROOT, "tests", "clouds", ".eleventh-"));
const clouds = join(home, "clouds");
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeAll(() => {
  mkdirSync(clouds);
  symlinkSync(join(ROOT, "catalogue"), join(home, "catalogue"));
  for (const entry of readdirSync(join(ROOT, "clouds")))
    if (entry !== "registry") symlinkSync(join(ROOT, "clouds", entry), join(clouds, entry));
  for (const name of ["pristine", "borealis"]) expect(terroir(["new", "cloud", name, "--folder", clouds]).code).toBe(0);
  cpSync(join(ROOT, "tests", "clouds", "fixtures", "borealis"), join(clouds, "borealis"), { recursive: true });
  const absent = join(clouds, "borealis", "absent.ts");
  writeFileSync(absent, readFileSync(absent, "utf8").replace("  volume: notSold,\n", ""));
  writeRegistry(home);
});

const bucketSpec = (place: Place): Concepts["bucket"]["spec"] => {
  const spec = SPECS.bucket?.["default"];
  if (spec === undefined) throw new Error("no spec");
  return spec(place);
};

interface Newcomer {
  readonly cloud: AnyCloud;
  readonly facts: CloudFacts;
  readonly schema: LoadedSchema;
}

async function registered(wanted: string): Promise<Newcomer> {
  const [{ CLOUDS }, { FACTS }] = (await Promise.all(["clouds.ts", "facts.ts"].map((file) => import(join(clouds, "registry", file))))) as [
    { CLOUDS: readonly AnyCloud[] },
    { FACTS: readonly CloudFacts[] },
  ];
  const cloud = CLOUDS.find(({ name }) => name === wanted);
  const facts = FACTS.find((one) => one.cloud === wanted);
  if (cloud === undefined || facts === undefined) throw new Error(`the registry lacks ${wanted}`);
  return { cloud, facts, schema: providerSchema(join(clouds, wanted, "schema.json")) };
}

async function rehearsed({ cloud, schema }: Newcomer): Promise<void> {
  const place = (cloud as unknown as (region: string) => Place)("north-1");
  const { cx, drafts } = recorder(place);
  (cloud.lower.bucket as Lower<"bucket">)(bucketSpec(place), cx);
  const { name, source, version } = cloud.provider;
  const stack = join(home, `stack-${cloud.name}`);
  mkdirSync(stack);
  writeFileSync(
    join(stack, "main.tf.json"),
    JSON.stringify({
      terraform: { required_providers: { [name]: { source, version } } },
      resource: Object.fromEntries(drafts().map(({ type, id, args }) => [type, { [id]: args }])),
    }),
  );
  const { engine } = await findEngine();
  if (engine === null) throw new Error("no engine was found: install OpenTofu");
  const report = await rehearse({ engine, folder: stack, providers: [{ source, schema }] });
  expect(report.stacks.flatMap(({ phases }) => phases).filter(({ ok }) => !ok)).toEqual([]);
}

it("are found by their folders, by everything that is made from the folders", () => {
  expect(cloudNames(home)).toEqual([...cloudNames(), "borealis", "pristine"].sort());
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly exports: object };
  const names = publicEntries(manifest).map(({ name }) => name);
  expect(publicEntries(manifest, home).map(({ name }) => name)).toEqual(expect.arrayContaining([...names, "./borealis"]));
});

it.each([
  ["pristine", ["bucket"]],
  ["borealis", ["bucket", "volume"]],
])("%s keeps the contract, answers for its schema, and lives on the real engine", async (name, concepts) => {
  const newcomer = await registered(name);
  const { cloud, facts, schema } = newcomer;
  expect(Object.keys(cloud.lower)).toEqual(concepts);
  const cases = cloudContract(cloud, schema);
  expect(cases.length).toBeGreaterThanOrEqual(concepts.length * Object.keys(cloud.regions).length);
  expect(new Set(cases.map(({ name: statement }) => statement.replace(/(?:, absent| in \S+)$/, ""))).size).toBeGreaterThanOrEqual(150);
  for (const { check } of cases) check();
  expect(placementProblems(facts, schema)).toEqual([]);
  expect(Object.keys(SPECS).filter((concept) => !(concept in cloud.lower) && !(concept in (cloud.absent ?? {})))).toEqual([]);
  expect(facts.operators?.map(({ id }) => id)).toEqual([name]);
  await rehearsed(newcomer);
});
