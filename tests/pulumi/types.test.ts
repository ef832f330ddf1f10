import * as ovh from "@ovhcloud/pulumi-ovh";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pulumi as names } from "../../clouds/ovh/pulumi.ts";
import { type BlockSchema, loadSchema, type NestedType, type TypeSchema } from "../../clouds/schema/index.ts";
import type { Json } from "../../guard/values/json.ts";
import type { Document } from "../guard/judging.ts";
import { inPulumi } from "../guard/pulumi/documents.ts";
import { openStack, type PulumiStack, pulumiEngine } from "./harness.ts";

type Class = new (name: string, inputs: object) => unknown;

/** Every class of the package by its token. */
function classes(): ReadonlyMap<string, Class> {
  const found = new Map<string, Class>();
  const look = (module: object): void => {
    for (const name of Object.keys(module)) {
      const value = (module as Record<string, unknown>)[name];
      const token = typeof value === "function" ? (value as unknown as { readonly __pulumiType?: unknown }).__pulumiType : undefined;
      if (typeof token === "string") found.set(token, value as Class);
      else if (typeof value === "object" && value !== null && /^[a-zA-Z]+$/.test(name) && name !== "types" && name !== "config")
        look(value);
    }
  };
  look(ovh);
  return found;
}

/** The least that a configuration must say, and everything beside that it may. */
function everything(block: BlockSchema): Document {
  const made: Record<string, Json> = {};
  for (const [name, one] of Object.entries(block.attributes ?? {})) {
    if (one.required !== true && one.optional !== true) continue;
    made[name] = one.nested_type === undefined ? exampleOf(one.type ?? "string") : nested(one.nested_type);
  }
  for (const [name, { nesting_mode, block: inner }] of Object.entries(block.block_types ?? {})) {
    if (name === "timeouts") continue;
    made[name] = nesting_mode === "single" || nesting_mode === "group" ? everything(inner) : [everything(inner)];
  }
  delete made["id"];
  return made;
}

function nested({ attributes, nesting_mode }: NestedType): Json {
  const one = everything({ attributes });
  return nesting_mode === "list" || nesting_mode === "set" ? [one] : nesting_mode === "map" ? { key: one } : one;
}

function exampleOf(type: TypeSchema): Json {
  if (type === "string" || type === "dynamic") return "x";
  if (type === "number") return 1;
  if (type === "bool") return true;
  if (type[0] === "tuple") return [];
  if (type[0] === "object") return Object.fromEntries(Object.entries(type[1]).map(([name, inner]) => [name, exampleOf(inner)]));
  return type[0] === "map" ? { key: exampleOf(type[1]) } : [exampleOf(type[1])];
}

describe.skipIf(pulumiEngine === null)("OVHcloud's resource types in Pulumi's engine", () => {
  let stack: PulumiStack;
  beforeAll(async () => {
    stack = await openStack({}, "marked");
  });
  afterAll(() => stack.close());

  it("all register, by the package's own classes, with every property that a configuration may set", async () => {
    const schema = loadSchema("ovh");
    const known = classes();
    // Pulumi's SDKs keep the names `id` and `urn` for themselves: a type that needs one of them cannot be registered, in any language.
    const types = schema.resourceTypes.filter((type) => names.resources.spelling[type]?.missing === undefined);
    expect(schema.resourceTypes.filter((type) => !types.includes(type))).toEqual([
      "ovh_cloud_project_gateway_interface",
      "ovh_iam_resource_tags",
    ]);
    expect(types.filter((type) => !Object.values(names.resources.types).includes(type))).toEqual([]);
    const { code, json, stderr } = await stack.preview(() => {
      for (const type of types) {
        const { token, inputs } = inPulumi("ovh", type, everything(schema.resource(type)?.block ?? {}));
        const make = known.get(token);
        if (make === undefined) throw new Error(`the package has no class for ${token}`);
        new make(type.replaceAll("_", "-"), inputs as object);
      }
    });
    const said = (json as { readonly diagnostics?: readonly { readonly message: string }[] } | null)?.diagnostics ?? [];
    expect([code, said.map(({ message }) => message), stderr]).toEqual([0, [], ""]);
    const steps = (json as { readonly steps: readonly { readonly newState: { readonly type: string; readonly inputs?: object } }[] }).steps;
    const registered = steps.filter(({ newState }) => newState.type.startsWith("ovh:"));
    expect(registered.length).toBe(types.length);
    // What the class took is what was written: it drops a property that it does not have.
    for (const { newState } of registered) {
      const type = names.resources.types[newState.type.slice("ovh:".length)] ?? "";
      const { inputs } = inPulumi("ovh", type, everything(schema.resource(type)?.block ?? {}));
      expect([type, Object.keys(newState.inputs ?? {}).sort()]).toEqual([type, Object.keys(inputs as object).sort()]);
    }
  });
});
