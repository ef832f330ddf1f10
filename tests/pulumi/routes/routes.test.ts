import * as ovh from "@ovhcloud/pulumi-ovh";
import * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guard } from "../../../engines/pulumi/index.ts";
import { defaultPolicy, type Finding, judge } from "../../../guard/index.ts";
import { readPulumi } from "../../../guard/views/pulumi.ts";
import { openStack, type PulumiStack, pulumiEngine } from "../harness.ts";
import { HONEST, kube, net, ROUTES, type Route, underName } from "./programs.ts";
import { problemsIn, refusalOf } from "./refusal.ts";

const PLACES = ["residency", "jurisdiction", "execution"] as const;
/** A run of the engine takes half a second: what can go into one goes into one, and each is looked for by its name. */
const ALL = Object.entries(ROUTES).map(([what, route], index) => ({ what, name: `way${index}x`, ...route }));
const together = ({ alone, config, exists }: Route): boolean => alone !== true && config === undefined && exists === undefined;
const GUARDED = ALL.filter(({ says }) => says !== undefined);

describe.skipIf(pulumiEngine === null)("with Pulumi's engine", () => {
  let stack: PulumiStack;
  beforeAll(async () => {
    stack = await openStack({}, "marked");
  });
  afterAll(() => stack.close());

  it("knows sixty routes and more", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(60);
  });

  describe("guard() lets no route pass a preview", () => {
    const shared = GUARDED.filter(together);
    let said = "";
    beforeAll(async () => {
      const { code, stdout, stderr } = await stack.preview(() => {
        guard();
        for (const { name, program } of shared) underName(name, program);
      });
      expect(code).not.toBe(0);
      said = `${stdout}${stderr}`;
    });

    it.each(shared)("$what", ({ name, says }) => {
      expect(refusalOf(said, name)).toMatch(says ?? /never/);
    });

    it.each(GUARDED.filter((route) => !together(route)))("by itself: $what", async ({ program, says, config, name }) => {
      stack.configure(config);
      const { code, stdout, stderr } = await stack.preview(() => {
        guard();
        return underName(name, program);
      });
      expect([code, `${stdout}${stderr}`]).toEqual([expect.not.toBeOneOf([0]), expect.stringMatching(says ?? /never/)]);
      expect(`${stdout}${stderr}`).toContain("The guard refuses");
    });
  });

  describe("no route passes the check of its preview", () => {
    const shared = ALL.filter((route) => together(route) && route.endsPreview !== true);
    let refused: readonly Finding[] = [];
    beforeAll(async () => {
      stack.configure();
      const { code, json, stderr } = await stack.preview(() => {
        for (const { name, program } of shared) underName(name, program);
      });
      expect([code, problemsIn(json), stderr]).toEqual([0, [], ""]);
      const { findings } = judge([readPulumi(json, "preview.json")], defaultPolicy, { rules: PLACES });
      refused = findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
    });

    it.each(shared)("$what", ({ name }) => {
      expect(refused.some(({ address }) => address.split("::").at(-1)?.startsWith(name))).toBe(true);
    });

    it.each(ALL.filter((route) => !together(route) || route.endsPreview === true))(
      "by itself: $what",
      async ({ program, config, exists = [], endsPreview, name }) => {
        stack.configure(config);
        for (const [type, attributes] of exists) stack.world.add({ provider: "ovh/ovh", type, attributes, secrets: [] });
        let { code, json } = await stack.preview(() => underName(name, program));
        if (endsPreview === true) {
          // Without the package's own program, or the stack that is referred to, the engine ends the preview itself. A program that is over before its
          // registration has begun, as on a busy machine, has made nothing: it is run again.
          for (let again = 0; code === 0 && again < 3; again++) ({ code, json } = await stack.preview(() => underName(name, program)));
          return expect(code).not.toBe(0);
        }
        expect([code, judge([readPulumi(json, "preview.json")], defaultPolicy, { rules: PLACES }).verdict]).toEqual([0, "refused"]);
      },
    );
  });

  it("guard() refuses what a transform of the stack makes of a resource, also one that was registered before it", async () => {
    stack.configure();
    const { code, stdout, stderr } = await stack.preview(() => {
      pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
        type.startsWith("ovh:") ? { props: { ...props, regions: ["BHS5"] }, opts } : undefined,
      );
      guard();
      net(["GRA11"], {}, "first");
    });
    expect([code, refusalOf(`${stdout}${stderr}`, "first")]).toEqual([expect.not.toBeOneOf([0]), expect.stringContaining("BHS5")]);
  });

  describe("what is inside", () => {
    const honest = () => {
      guard();
      for (const [index, program] of Object.values(HONEST).entries()) underName(`inside${index}x`, program);
    };

    it("passes its preview", async () => {
      stack.configure();
      const { code, json, stderr } = await stack.preview(honest);
      expect([code, stderr]).toEqual([0, ""]);
      expect(judge([readPulumi(json, "preview.json")], defaultPolicy).verdict).toBe("inside");
    });

    it("passes its update, where ids are known, and every preview after it", async () => {
      expect([(await stack.up(honest)).code, (await stack.preview(honest)).code]).toEqual([0, 0]);
      expect(judge([readPulumi(await stack.exported(), "stack.json")], defaultPolicy).verdict).toBe("inside");
    });

    it("is refused as soon as it names another's id, whatever that was made of", async () => {
      const { code, stdout, stderr } = await stack.up(() => {
        guard();
        const { id } = kube("GRA11");
        new ovh.cloudproject.KubeNodePool("named", { serviceName: "abc", kubeId: id.apply(() => "elsewhere"), flavorName: "b3-8" });
      });
      expect([code, refusalOf(`${stdout}${stderr}`, "named")]).toEqual([expect.not.toBeOneOf([0]), expect.stringContaining("elsewhere")]);
    });
  });
});
