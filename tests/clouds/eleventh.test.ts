import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { AnyCloud, CloudFacts, Concepts, Lower, Place } from "../../clouds/contract/index.ts";
import { findEngine } from "../../engines/index.ts";
import { rehearse } from "../../rehearsal/index.ts";
import { cloudContract, placementProblems, providerSchema, recorder, SPECS } from "../../testing/index.ts";
import { ROOT } from "../architecture/house.ts";
import { terroir } from "../cli/terroir.ts";

const bucketSpec = (place: Place): Concepts["bucket"]["spec"] => {
  const spec = SPECS.bucket?.["default"];
  if (spec === undefined) throw new Error("no spec");
  return spec(place);
};

/** A cloud that nobody here knows, as docs/adding-a-cloud.md has it: one folder, and nothing else is touched. */
const home = mkdtempSync(join(ROOT, "tests", "clouds", ".eleventh-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it("takes one folder: it keeps the contract, answers for its schema, and lives on the real engine", async () => {
  expect(terroir(["new", "cloud", "borealis"], { cwd: home }).code).toBe(0);
  const folder = join(home, "borealis");
  const { borealis } = (await import(join(folder, "index.ts"))) as { readonly borealis: AnyCloud };
  const { facts } = (await import(join(folder, "facts.ts"))) as { readonly facts: CloudFacts };
  const schema = providerSchema(join(folder, "provider-schema.json"));

  const cases = cloudContract(borealis, schema);
  expect(cases.length).toBeGreaterThanOrEqual(Object.keys(SPECS["bucket"] ?? {}).length * 2);
  for (const { check } of cases) check();
  expect(placementProblems(facts, schema)).toEqual([]);

  const place = (borealis as unknown as (region: string) => Place)("north-1");
  const { cx, drafts } = recorder(place);
  (borealis.lower.bucket as Lower<"bucket">)(bucketSpec(place), cx);
  const { name, source, version } = borealis.provider;
  const stack = join(home, "stack");
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
});
