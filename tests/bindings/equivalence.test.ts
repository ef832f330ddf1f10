import { createRequire } from "node:module";
import * as cdktf from "cdktf";
import {
  type App,
  ComplexList,
  ComplexMap,
  ComplexObject,
  DefaultTokenResolver,
  StringConcat,
  TerraformStack,
  Testing,
  Tokenization,
} from "cdktf";
import type { Construct } from "constructs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Binding, bindingsOf } from "../../bindings/generator/index.ts";
import { loadSchema } from "../../clouds/schema/index.ts";
import { configuration, type Manner } from "./configuration.ts";
import { type Namespace, type Oracle, oracleOf } from "./oracle.ts";

const require = createRequire(import.meta.url);
// Where tokens were made is not compared, and noting it takes most of the time: the fork can leave it out, the older library finds nothing to note.
process.env["CDKTN_DISABLE_CREATION_STACK"] = "true";
const { captureStackTrace } = Error;
beforeAll(() => {
  Error.captureStackTrace = () => {};
});
afterAll(() => {
  Error.captureStackTrace = captureStackTrace;
});

const CLOUDS = ["ovh", "outscale", "scaleway", "ionoscloud", "opentelekomcloud", "stackit", "exoscale", "upcloud", "hcloud", "openstack"];
const MANNERS: readonly Manner[] = [
  { fill: "required", tokens: false },
  { fill: "all", tokens: false },
  { fill: "all", tokens: true },
];

type Class = new (scope: Construct, id: string, config: object) => Construct & Record<string, unknown>;

// The older library knows neither ephemeral resources nor write-only attributes; the generator beside us writes for the newer one.
const isOld = cdktf.TerraformEphemeralResource === undefined;
if (isOld) Object.assign(cdktf.TerraformResource.prototype, { markWriteOnlyAttribute: (value: unknown) => value });

/** Two apps: each makes a folder of its own, which took longer than what is compared. */
const APPS = [Testing.app({ stackTraces: false }), Testing.app({ stackTraces: false })] as const;

/** One construct in a stack of its own, for each of both: in the place of the one before. */
function inStack(Class: unknown, config: object, app: App) {
  app.node.tryRemoveChild("s");
  const stack = new TerraformStack(app, "s");
  return { stack, made: new (Class as Class)(stack, "it", config) };
}
const both = (own: unknown, theirs: unknown, config: object) => [inStack(own, config, APPS[0]), inStack(theirs, config, APPS[1])] as const;

const methods = (Class: unknown) => Object.getOwnPropertyNames((Class as Class).prototype).sort();

const resolved = (scope: TerraformStack, value: unknown): unknown =>
  Tokenization.resolve(value, { scope, preparing: false, resolver: new DefaultTokenResolver(new StringConcat()) });

/** Tokens as the engine would see them, references opened to some depth. */
function seen(stack: TerraformStack, value: unknown, depth = 0): unknown {
  if (value instanceof ComplexList)
    return depth > 3
      ? "…"
      : [resolved(stack, value.fqn), seen(stack, (value as ComplexList & { get(i: number): unknown }).get(1), depth + 1)];
  if (value instanceof ComplexMap)
    return depth > 3
      ? "…"
      : [resolved(stack, value.fqn), seen(stack, (value as ComplexMap & { get(key: string): unknown }).get("k"), depth + 1)];
  if (!(value instanceof ComplexObject)) return resolved(stack, value);
  if (depth > 3) return "…";
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(value)).filter(
    (name) => !/^(?:constructor|put|reset|internalValue)/.test(name),
  );
  return [
    resolved(stack, value.fqn),
    Object.fromEntries(own.sort().map((name) => [name, seen(stack, Reflect.get(value, name), depth + 1)])),
  ];
}

describe.each(CLOUDS)("%s beside cdktf's own generator", (cloud) => {
  const everything = bindingsOf(loadSchema(cloud));
  const bindings = everything.filter((one) => !isOld || one.kind !== "ephemeral");
  let oracle: Oracle;
  let ours: Record<string, Namespace>;
  const theirs = (binding: Binding) => oracle.load(binding.path)[binding.className];
  const own = (binding: Binding) => ours[binding.namespace]?.[binding.className];

  beforeAll(async () => {
    oracle = await oracleOf(cloud);
    ours = require(`@cdktf/provider-${cloud}`) as Record<string, Namespace>;
  });

  it("has the same paths", () => {
    const functions = Object.keys(loadSchema(cloud).functions).length > 0 ? ["provider-functions"] : [];
    expect([...everything.map((one) => one.path), ...functions].sort()).toEqual([...oracle.paths].sort());
    expect(bindings.length).toBeGreaterThan(40);
  });

  it("exports the same names", () => {
    for (const { path, namespace } of bindings)
      expect(Object.keys(ours[namespace] ?? {}).sort(), path).toEqual(Object.keys(oracle.load(path)).sort());
  });

  it("gives every class the same properties, methods and statics", () => {
    for (const { path, namespace, kind } of bindings)
      for (const [name, value] of Object.entries(oracle.load(path))) {
        if (!/^[A-Z]/.test(name)) continue;
        const mine = ours[namespace]?.[name];
        // What cdktf's generator leaves to `internalValue` of each class stands once, in the class that ours extend.
        const inherited = new Set(["internalValue", "synthesizeAttributes", "synthesizeHclAttributes", "get"]);
        const public_ = (Class: unknown) => methods(Class).filter((one) => !inherited.has(one));
        expect(public_(mine), `${path}: ${name}`).toEqual(public_(value));
        expect((mine as { name: string }).name).toBe(name);
        if (kind === "ephemeral" || !("tfResourceType" in (value as object))) continue;
        expect((mine as { tfResourceType: string }).tfResourceType).toBe((value as { tfResourceType: string }).tfResourceType);
        expect(typeof (mine as { generateConfigForImport: unknown }).generateConfigForImport).toBe("function");
      }
  });

  it.each(MANNERS)("synthesizes the same document: $fill, tokens $tokens", (manner) => {
    for (const binding of bindings) {
      const config = configuration(binding.attributes, binding, manner);
      const [mine, other] = both(own(binding), theirs(binding), config);
      const document = Testing.synth(mine.stack);
      expect(JSON.parse(document), binding.path).toEqual(JSON.parse(Testing.synth(other.stack)));
      for (const { tf, property } of binding.attributes)
        if (property in config) expect(document, `${binding.path}: ${tf}`).toContain(`"${tf}"`);
    }
  });

  it("writes the same HCL", () => {
    for (const binding of bindings) {
      const config = configuration(binding.attributes, binding, { fill: "all", tokens: false });
      const [mine, other] = both(own(binding), theirs(binding), config);
      expect(Testing.synthHcl(mine.stack), binding.path).toEqual(Testing.synthHcl(other.stack));
    }
  });

  it("reads every attribute as the same reference", () => {
    for (const binding of bindings) {
      const config = configuration(binding.attributes, binding, { fill: "all", tokens: false });
      const [mine, other] = both(own(binding), theirs(binding), config);
      const readable = methods(theirs(binding)).filter((name) => !/^(?:constructor|put[A-Z]|reset[A-Z]|synthesize|functions$)/.test(name));
      for (const name of readable)
        expect(seen(mine.stack, mine.made[name]), `${binding.path}: ${name}`).toEqual(seen(other.stack, other.made[name]));
    }
  });

  it("takes values set, put and reset afterwards alike", () => {
    for (const binding of bindings) {
      const config = configuration(binding.attributes, binding, { fill: "all", tokens: false });
      const bare = configuration(binding.attributes, binding, { fill: "required", tokens: false });
      const documents = both(own(binding), theirs(binding), bare).map(({ stack, made: it }) => {
        for (const { property } of binding.attributes.filter((one) => one.property in config)) {
          const put = it[`put${property.slice(0, 1).toUpperCase()}${property.slice(1)}`];
          if (typeof put === "function") put.call(it, config[property]);
          else it[property] = config[property];
        }
        for (const [i, { property, required }] of binding.attributes.entries()) {
          const reset = it[`reset${property.slice(0, 1).toUpperCase()}${property.slice(1)}`];
          if (i % 3 === 0 && !required && typeof reset === "function") reset.call(it);
        }
        return JSON.parse(Testing.synth(stack)) as unknown;
      });
      expect(documents[0], binding.path).toEqual(documents[1]);
    }
  });
});
