import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guard } from "../../../engines/pulumi/index.ts";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import { readPulumi } from "../../../guard/views/pulumi.ts";
import { openStack, type PulumiStack, pulumiEngine } from "../harness.ts";
import { HONEST, ROUTES, type Route } from "./programs.ts";

const PLACES = ["residency", "jurisdiction", "execution"] as const;
let stack: PulumiStack;

describe.skipIf(pulumiEngine === null)("with Pulumi's engine", () => {
  beforeAll(async () => {
    stack = await openStack();
  });
  afterAll(() => stack.close());

  it("knows sixty routes and more", () => {
    expect(Object.keys(ROUTES).length).toBeGreaterThanOrEqual(60);
  });

  describe("guard() lets no route pass a preview", () => {
    it.each(Object.entries(ROUTES).filter(([, { says }]) => says !== undefined))("%s", async (_name, { program, says, config }: Route) => {
      stack.configure(config);
      const { code, stdout, stderr } = await stack.preview(() => {
        guard();
        return program();
      });
      expect([code, `${stdout}${stderr}`]).toEqual([expect.not.toBeOneOf([0]), expect.stringMatching(says ?? /never/)]);
      expect(`${stdout}${stderr}`).toContain("The guard refuses");
    });
  });

  describe("no route passes the check of its preview", () => {
    it.each(Object.entries(ROUTES))("%s", async (_name, { program, config, exists = [] }: Route) => {
      stack.configure(config);
      for (const [type, attributes] of exists) stack.world.add({ provider: "ovh/ovh", type, attributes, secrets: [] });
      const { code, json } = await stack.preview(program);
      // Without the package's own program, or the stack that is referred to, the engine ends the preview itself.
      if (code !== 0) return expect(code).not.toBe(0);
      expect(judge([readPulumi(json, "preview.json")], defaultPolicy, { rules: PLACES }).verdict).toBe("refused");
    });
  });

  describe("what is inside passes", () => {
    it.each(Object.entries(HONEST))("%s", async (_name, program) => {
      stack.configure();
      const { code, json, stderr } = await stack.preview(() => {
        guard();
        return program();
      });
      expect([code, stderr]).toEqual([0, ""]);
      expect(judge([readPulumi(json, "preview.json")], defaultPolicy).verdict).toBe("inside");
    });
  });
});
