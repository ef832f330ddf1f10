import * as ovh from "@ovhcloud/pulumi-ovh";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guard } from "../../../engines/pulumi/index.ts";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { readPulumi } from "../../../guard/views/pulumi.ts";
import { openStack, type PulumiStack, pulumiEngine } from "../harness.ts";
import { HIDDEN } from "./hidden.ts";
import { MORE_HIDDEN } from "./more-hidden.ts";
import { problemsIn, refusalOf } from "./refusal.ts";
import { UNFORESEEN } from "./unforeseen.ts";

/** A run of the engine takes half a second: what can go into one goes into one, and each is looked for by its name. */
const ROUTES = Object.entries({ ...HIDDEN, ...MORE_HIDDEN, ...UNFORESEEN }).map(([what, route], index) => ({
  what,
  name: `way${index}x`,
  ...route,
}));
const GUARDED = ROUTES.filter(({ unseenByGuard }) => unseenByGuard !== true);
/** What the programs themselves read; anything else in the configuration is a package's, and changes what all others are. */
const OWN = /^(?:shop|estate):/;
const isAlone = ({ config = {} }: (typeof ROUTES)[number]): boolean => Object.keys(config).some((key) => !OWN.test(key));
const CONFIG = Object.assign({}, ...ROUTES.filter((route) => !isAlone(route)).map(({ config }) => config)) as Record<string, string>;

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
    stack = await openStack(CONFIG, "marked");
    for (const { exists = [] } of ROUTES)
      for (const [type, attributes] of exists) stack.world.add({ provider: "ovh/ovh", type, attributes, secrets: [] });
  });
  afterAll(() => stack.close());

  it("lets none of them pass the check of a preview that holds them all", async () => {
    const together = ROUTES.filter((route) => !isAlone(route) && route.before === undefined && route.endsPreview !== true);
    const { code, json, stderr } = await stack.preview(() => {
      for (const { program, name } of together) program(name);
    });
    expect([code, problemsIn(json), stderr]).toEqual([0, [], ""]);
    const refused = refusedIn(json);
    expect(together.filter(({ name }) => !refused.some((one) => one.startsWith(name))).map(({ what }) => what)).toEqual([]);
  });

  it.each(ROUTES.filter((route) => isAlone(route) || route.before !== undefined))(
    "lets none pass the check: $what",
    async ({ program, config, before, name }) => {
      stack.configure({ ...CONFIG, ...config });
      if (before !== undefined) expect((await stack.up(() => before(name))).code).toBe(0);
      const { json, stderr } = await stack.preview(() => program(name));
      expect([refusedIn(json).some((one) => one.startsWith(name)), stderr]).toEqual([true, ""]);
      if (before !== undefined) await stack.pulumi(["destroy", "--yes", "--skip-preview"], () => undefined);
    },
  );

  describe("guard() refuses", () => {
    const shared = GUARDED.filter((route) => !isAlone(route));
    let said = "";
    beforeAll(async () => {
      stack.configure(CONFIG);
      const { code, stdout, stderr } = await stack.preview(() => {
        guard();
        for (const { program, name } of shared) program(name);
      });
      expect(code).not.toBe(0);
      said = `${stdout}${stderr}`;
    });

    it.each(shared)("$what", ({ name }) => {
      expect(refusalOf(said, name)).toMatch(/\(outside\)|\(undecided\)/);
    });

    it.each(GUARDED.filter(isAlone))("by itself: $what", async ({ program, config, name }) => {
      stack.configure({ ...CONFIG, ...config });
      const { code, stdout, stderr } = await stack.preview(() => {
        guard();
        return program(name);
      });
      expect([code, `${stdout}${stderr}`]).toEqual([expect.not.toBeOneOf([0]), expect.stringContaining("The guard refuses")]);
    });
  });

  it("refuses in the update what a program makes once it knows more: no preview can show it", async () => {
    stack.configure();
    const program = (): void => {
      guard();
      const first = new ovh.cloudproject.User("first", { serviceName: "abc", description: "d" });
      first.id.apply(() => new ovh.cloudproject.NetworkPrivate("late", { serviceName: "abc", name: "late", regions: ["BHS5"] }));
    };
    expect((await stack.preview(program)).code).toBe(0);
    const { code, stdout, stderr } = await stack.up(program);
    expect([code, refusalOf(`${stdout}${stderr}`, "late")]).toEqual([expect.not.toBeOneOf([0]), expect.stringContaining("BHS5")]);
    expect(stack.world.list("ovh_cloud_project_network_private")).toEqual([]);
  });

  it("ends the preview of a component whose program is missing", async () => {
    stack.configure();
    expect((await stack.preview(() => HIDDEN["a component of another program"]?.program("remote"))).code).not.toBe(0);
  });
});
