import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guard } from "../../../engines/pulumi/index.ts";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { readPulumi } from "../../../guard/views/pulumi.ts";
import { openStack, type PulumiStack, pulumiEngine } from "../harness.ts";
import { HIDDEN } from "./hidden.ts";

const ROUTES = Object.entries(HIDDEN).map(([what, route], index) => ({ what, name: `way${index}x`, ...route }));
/** Each takes a run of the engine; all of them with TERROIR_ROUTES=all. */
const SOME = process.env["TERROIR_ROUTES"] === "all" ? ROUTES : ROUTES.filter((_, index) => index % 6 === 0);

/** Names of the resources that are refused. */
function refusedIn(preview: Json): readonly string[] {
  const { findings } = judge([readPulumi(preview, "preview.json")], defaultPolicy, { rules: ["residency", "jurisdiction", "execution"] });
  return findings
    .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
    .map(({ address }) => address.split("::").at(-1) ?? "");
}

describe.skipIf(pulumiEngine === null)("hidden ways, with Pulumi's engine", () => {
  let stack: PulumiStack;
  beforeAll(async () => {
    stack = await openStack({}, "marked");
  });
  afterAll(() => stack.close());

  it("lets none of them pass the check of a preview that holds them all", async () => {
    const together = ROUTES.filter(
      ({ config, before, endsPreview }) => config === undefined && before === undefined && endsPreview !== true,
    );
    const { code, json, stderr } = await stack.preview(() => {
      for (const { program, name } of together) program(name);
    });
    expect([code, stderr]).toEqual([0, ""]);
    const refused = refusedIn(json);
    expect(together.filter(({ name }) => !refused.some((one) => one.startsWith(name))).map(({ what }) => what)).toEqual([]);
  });

  it.each(ROUTES.filter(({ config, before }) => config !== undefined || before !== undefined))(
    "lets none pass the check: $what",
    async ({ program, config, before, name }) => {
      stack.configure(config);
      if (before !== undefined) expect((await stack.up(() => before(name))).code).toBe(0);
      const { json, stderr } = await stack.preview(() => program(name));
      expect([refusedIn(json).some((one) => one.startsWith(name)), stderr]).toEqual([true, ""]);
      if (before !== undefined) await stack.pulumi(["destroy", "--yes", "--skip-preview"], () => undefined);
    },
  );

  it.each(SOME.filter(({ unseenByGuard }) => unseenByGuard !== true))("guard() refuses: $what", async ({ program, config, name }) => {
    stack.configure(config);
    const { code, stdout, stderr } = await stack.preview(() => {
      guard();
      return program(name);
    });
    expect([code, `${stdout}${stderr}`]).toEqual([expect.not.toBeOneOf([0]), expect.stringContaining("The guard refuses")]);
  });

  it("ends the preview of a component whose program is missing", async () => {
    stack.configure();
    expect((await stack.preview(() => HIDDEN["a component of another program"]?.program("remote"))).code).not.toBe(0);
  });
});
