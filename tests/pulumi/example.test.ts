import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { ROOT } from "../architecture/house.ts";
import { openStack, type PulumiStack, pulumiEngine } from "./harness.ts";

/** The example's own file, run anew each time. */
const example = (run: number) => () => import(`${pathToFileURL(join(ROOT, "examples/pulumi-guard/index.ts")).href}?run=${run}`);

describe.skipIf(pulumiEngine === null)("examples/pulumi-guard", () => {
  let stack: PulumiStack;
  beforeAll(async () => {
    stack = await openStack();
  });
  afterAll(() => stack.close());

  it("is previewed in Gravelines, and its preview passes the check", async () => {
    const { code, json, stderr } = await stack.preview(example(1));
    expect([code, stderr]).toEqual([0, ""]);
    expect(judge([readPulumi(json, "preview.json")], defaultPolicy).verdict).toBe("inside");
  });

  it("is refused in Canada, with the rule, the value and the remedy", async () => {
    stack.configure({ "shop:region": "BHS5" });
    const { code, stdout, stderr } = await stack.pulumi(["preview"], example(2));
    expect(code).not.toBe(0);
    expect(`${stdout}${stderr}`).toMatch(
      /The guard refuses network\.\s+residency\/region \(outside\): regions\[0\]: BHS5 is in Beauharnois, Canada[\s\S]*fix\s+set regions\[0\]/,
    );
  });
});
