import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  App,
  Aspects,
  Fn,
  Lazy,
  LocalBackend,
  TerraformIterator,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  type TerraformResourceConfig,
  TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { SovereignStack } from "../../constructs/sovereign-stack.ts";

const scratch = mkdtempSync(join(tmpdir(), "terroir-synthesis-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

class Alias extends TerraformProvider {
  constructor(scope: Construct, id: string) {
    super(scope, id, { terraformResourceType: "x", terraformProviderSource: "x/x" });
  }
  override get alias(): string {
    return "second";
  }
}

class Thing extends TerraformResource {
  attributes: Record<string, unknown>;
  constructor(scope: Construct, id: string, attributes: Record<string, unknown>, more: Partial<TerraformResourceConfig> = {}) {
    super(scope, id, { ...more, terraformResourceType: "x_thing" });
    this.attributes = attributes;
  }
  protected override synthesizeAttributes() {
    return this.attributes;
  }
}

type Kind = typeof TerraformStack;

/** What a stack of a kind writes for a program. */
function written(kind: Kind, program: (stack: TerraformStack) => void): string {
  const outdir = mkdtempSync(join(scratch, "out-"));
  const app = new App({ outdir });
  const stack = new kind(app, "s");
  new LocalBackend(stack, { path: "s.tfstate" });
  program(stack);
  app.synth();
  return readFileSync(join(outdir, "stacks", "s", "cdk.tf.json"), "utf8");
}

function expectSame(program: (stack: TerraformStack) => void): void {
  expect(written(SovereignStack as unknown as Kind, program)).toBe(written(TerraformStack, program));
}

const PROGRAMS: Readonly<Record<string, (stack: TerraformStack) => void>> = {
  nothing: () => {},
  literals: (s) =>
    new Thing(s, "a", {
      text: "x",
      number: 1,
      small: -0.5,
      huge: 1e300,
      list: [1, "b", true, null],
      map: { "10": "a", "9": "b", Z: 1, a: 2 },
    }),
  "undefined in objects and lists": (s) =>
    new Thing(s, "a", { gone: undefined, list: ["a", undefined, "b"], inner: { gone: undefined }, empty: {}, none: [] }),
  references: (s) => {
    const a = new Thing(s, "a", { name: "x" });
    new Thing(s, "b", {
      name: a.getStringAttribute("name"),
      text: `pre-${a.getStringAttribute("id")}-post`,
      number: a.getNumberAttribute("size"),
      list: a.getListAttribute("ids"),
    });
  },
  functions: (s) =>
    new Thing(s, "a", { text: Fn.join("-", ["a", "b"]), list: Fn.concat([["a"], ["b"]]), map: Fn.merge([{ a: 1 }, { b: 2 }]) }),
  "variables and outputs": (s) => {
    const v = new TerraformVariable(s, "v", { type: "string", default: "x" });
    new TerraformOutput(s, "o", { value: v.stringValue });
    new Thing(s, "a", { name: v.stringValue });
  },
  "lazy values": (s) =>
    new Thing(s, "a", {
      late: Lazy.stringValue({ produce: () => "late" }),
      any: Lazy.anyValue({ produce: () => ({ b: [1], a: undefined }) }),
      list: Lazy.listValue({ produce: () => ["x"] }),
    }),
  "expressions and escapes as text": (s) =>
    new Thing(s, "a", {
      a: "${var.x}",
      b: "$${literal}",
      c: "%{ if true }x%{ endif }",
      d: 'say "${x}"',
      e: "1e+5 e+ {} #{ &{",
      f: "line\nbreak",
    }),
  "tokens as keys": (s) => new Thing(s, "a", { tags: { [Token.asString(Fn.lower("KEY"))]: "v" } }),
  "token maps": (s) => new Thing(s, "a", { map: new Thing(s, "b", {}).getStringMapAttribute("tags") }),
  overrides: (s) => {
    const a = new Thing(s, "a", { region: "GRA" });
    a.addOverride("region", "SBG");
    a.addOverride("deep.er", { x: 1 });
    s.addOverride("resource.x_thing.a.region", "DE");
    s.addOverride("locals.l", ["a"]);
    s.addOverride("resource.x_thing.a.gone", undefined);
  },
  "an override by index": (s) => {
    s.addOverride("provider.x", [{ region: "a" }]);
    new Thing(s, "a", { list: [{ n: 1 }, { n: 2 }] });
    s.addOverride("resource.x_thing.a.list.1.n", 3);
  },
  "an aspect that changes": (s) => {
    const a = new Thing(s, "a", { region: "GRA" });
    Aspects.of(s).add({
      visit: (node) => {
        if (node === a) a.attributes = { region: "SBG" };
      },
    });
  },
  "meta-arguments": (s) => {
    const a = new Thing(s, "a", {});
    const b = new Thing(s, "b", {});
    b.dependsOn = [a.fqn];
    b.lifecycle = { preventDestroy: true };
    b.count = 2;
  },
  "a moved resource": (s) => {
    new Thing(s, "a", {}).moveFromId("x_thing.old");
  },
  "a resource moved to another": (s) => {
    new Thing(s, "b", { n: 1 }).addMoveTarget("there");
    new Thing(s, "a", { n: 1 }).moveTo("there");
  },
  "an imported resource": (s) => {
    new Thing(s, "a", { n: 1 }).importFrom("id-1");
  },
  "every meta-argument": (s) => {
    const provider = new Alias(s, "p");
    const a = new Thing(s, "a", { n: 1 }, { provider });
    new Thing(s, "b", { n: 2 }, { dependsOn: [a], lifecycle: { ignoreChanges: ["n"], replaceTriggeredBy: [a] }, provider });
    new Thing(s, "c", { n: 3 }, { forEach: TerraformIterator.fromList(["x", "y"]) });
    new Thing(s, "d", { n: 4 }, { count: 0 });
    new Thing(s, "e", { n: 5 }, { connection: { type: "ssh", host: a.getStringAttribute("ip") } });
    new Thing(s, "f", { n: 6 }, { provisioners: [{ type: "local-exec", command: "true" }] });
  },
  "attributes with names of meta-arguments": (s) => {
    const provider = new Alias(s, "p");
    const names = { count: 1, provider: "x", lifecycle: { a: 1 }, for_each: ["a"], depends_on: ["b"], connection: {}, provisioner: [] };
    new Thing(s, "a", { ...names, "//": { note: "n", metadata: { mine: 1 } } });
    new Thing(s, "b", { ...names, zeta: 1, alpha: undefined, "//": { metadata: "text" } }, { provider });
  },
  "keys that JavaScript puts first, and names of its own": (s) =>
    new Thing(s, "a", {
      map: { "10": "a", "9": "b", Z: 1, a: { "2": 1, "1": 2 } },
      constructor: "c",
      toJSON: "text",
      hasOwnProperty: [{ b: 1, a: { "7": 1, x: 2 } }],
      valueOf: { toString: "x" },
    }),
  "things that are no plain objects": (s) =>
    new Thing(s, "a", {
      bare: Object.assign(Object.create(null) as object, { b: 1, a: undefined, c: { d: "${x.y}" } }),
      holes: [undefined, 1, [undefined], { z: undefined, b: [], a: {} }],
      late: { z: Lazy.anyValue({ produce: () => ({ z: 1, "3": 2, a: [{ y: 1, b: 2 }] }) }), a: 1 },
      text: Lazy.stringValue({ produce: () => "${x.y.z}" }),
      number: Token.asNumber(new Thing(s, "n", {}).getNumberAttribute("size")),
    }),
  "dynamic blocks": (s) =>
    new Thing(s, "a", {
      plain: 1,
      rule: TerraformIterator.fromList(["x", "y"]).dynamic({ value: "${each.value}" }),
      deep: { rule: TerraformIterator.fromList(["z"]).dynamic({ value: 1 }) },
    }),
  "a class that writes itself": (s) => {
    class Own extends Thing {
      override toTerraform() {
        return { resource: { x_thing: { own: { written: "by itself" } } } };
      }
    }
    class Beside extends Thing {
      override toMetadata() {
        return { overrides: { x_thing: ["beside"] } };
      }
    }
    new Own(s, "a", { n: 1 });
    new Beside(s, "b", { n: 2 });
    const c = new Thing(s, "c", { n: 3 });
    c.toTerraform = () => ({ resource: { x_thing: { c: { written: "by whoever made it" } } } });
    Object.defineProperty(new Thing(s, "d", { n: 4 }), "terraformMetaArguments", { value: { count: 3 } });
  },
  "one address, twice": (s) => {
    new Thing(s, "a", { n: 1, list: [1], map: { a: 1 } }).overrideLogicalId("same");
    new Thing(s, "b", { m: 2, list: [2], map: { b: 2 } }).overrideLogicalId("same");
    new Thing(s, "c", { n: 1 }).overrideLogicalId("constructor");
  },
  "an id that holds a token": (s) => {
    new Thing(s, "a", { n: 1 }).overrideLogicalId(Token.asString(Fn.lower("KEY")));
  },
  "references of every shape": (s) => {
    const a = new Thing(s, "a", {});
    const dashed = new Thing(s, "with-dash", { n: a.getStringAttribute("id") });
    new Thing(s, "b", {
      nested: { list: [a.getStringAttribute("a.0.b"), dashed.getStringAttribute('m["k"]')], map: { k: a.getStringAttribute("x") } },
      mixed: `${a.getStringAttribute("id")}-${dashed.getStringAttribute("id")}`,
      same: [a.getStringAttribute("id"), a.fqn, dashed.fqn],
      inside: Fn.upper(a.getStringAttribute("name")),
      variable: new TerraformVariable(s, "v", {}).stringValue,
    });
  },
  "stack traces in the metadata": (s) => {
    s.node.addMetadata("stacktrace", "x");
    const a = new Thing(s, "a", { n: 1 });
    a.node.addMetadata("stacktrace", "y", { stackTraceOverride: ["at ${x} (a.ts:1:1)", "b"] });
  },
};

describe("writes what the library writes, byte for byte", () => {
  it.each(Object.entries(PROGRAMS))("%s", (_, program) => expectSame(program));

  it("any attributes", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom("${x.y.z}", "a${var.b}c", "$${d}", "e+289", "1e+30", "#{x", "\u2028"));
    const key = fc.string({ minLength: 1 }).filter((name) => name !== "__proto__" && name !== "resolve" && name !== "//");
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200 }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(key, tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("alpha", "beta", "gamma"), value), (attributes) => {
        const a = JSON.stringify(
          outcome(() => written(SovereignStack as unknown as Kind, (s) => new Thing(s, "a", structuredClone(attributes)))),
        );
        const b = JSON.stringify(outcome(() => written(TerraformStack, (s) => new Thing(s, "a", structuredClone(attributes)))));
        expect(a).toBe(b);
      }),
      { numRuns: 150 },
    );
  });

  it("and refuses what the library refuses", () => {
    const cyclic = (s: TerraformStack) => new Thing(s, "a", { construct: s });
    expect(() => written(SovereignStack as unknown as Kind, cyclic)).toThrow();
    expect(() => written(TerraformStack, cyclic)).toThrow();
  });
});

function outcome(run: () => string): string {
  try {
    return run();
  } catch {
    return "refused";
  }
}

describe("across stacks", () => {
  it("a reference adds an output there and a data source here, as the library does", () => {
    const program = (kind: Kind) => {
      const outdir = mkdtempSync(join(scratch, "out-"));
      const app = new App({ outdir });
      const [one, two] = [new kind(app, "one"), new kind(app, "two")];
      for (const stack of [one, two]) new LocalBackend(stack, { path: `${stack.node.id}.tfstate` });
      new Thing(two, "b", { name: new Thing(one, "a", {}).getStringAttribute("name") });
      app.synth();
      return ["one", "two"].map((name) => readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
    };
    expect(program(SovereignStack as unknown as Kind)).toEqual(program(TerraformStack));
  });
});
