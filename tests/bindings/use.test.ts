import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dataOvhCloudProjectKube, cloudProjectKube as namespace, provider } from "@cdktf/provider-ovh";
import { CloudProjectKube } from "@cdktf/provider-ovh/cloud-project-kube";
import { CloudProjectStorage } from "@cdktf/provider-ovh/cloud-project-storage";
import { Fn, Lazy, TerraformElement, TerraformIterator, TerraformResource, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../clouds/schema/index.ts";

const require = createRequire(import.meta.url);
const required = { serviceName: "x", region: "GRA11" };
let stack: TerraformStack;
beforeEach(() => {
  stack = new TerraformStack(Testing.app(), "s");
});
const document = () => JSON.parse(Testing.synth(stack)) as { resource: Record<string, Record<string, Record<string, unknown>>> };
const written = (type: string, id: string) => document().resource[type]?.[id];

/** A JavaScript caller, whom no compiler warns. */
const unchecked = (config: unknown) => config as typeof required;

describe("a class", () => {
  it("is one, by path and by namespace, in ES modules and CommonJS", () => {
    expect(namespace.CloudProjectKube).toBe(CloudProjectKube);
    expect((require("@cdktf/provider-ovh/cloud-project-kube") as { CloudProjectKube: unknown }).CloudProjectKube).toBe(CloudProjectKube);
    expect(Object.keys(namespace)).toContain("CloudProjectKubeTimeoutsOutputReference");
    expect("CloudProjectKubeNodepool" in namespace).toBe(false);
  });

  it("is a construct, an element and a resource", () => {
    const kube = new CloudProjectKube(stack, "k", required);
    expect([Construct.isConstruct(kube), TerraformElement.isTerraformElement(kube), TerraformResource.isTerraformResource(kube)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(kube).toBeInstanceOf(CloudProjectKube);
    expect([CloudProjectKube.name, CloudProjectKube.tfResourceType]).toEqual(["CloudProjectKube", "ovh_cloud_project_kube"]);
  });

  it("can be extended", () => {
    class Named extends CloudProjectKube {
      constructor(scope: Construct, id: string) {
        super(scope, id, required);
        this.name = id;
      }
    }
    new Named(stack, "mine");
    expect(written("ovh_cloud_project_kube", "mine")).toEqual({ ...{ service_name: "x", region: "GRA11" }, name: "mine" });
  });

  it("takes overrides, also of what it does not know", () => {
    const kube = new CloudProjectKube(stack, "k", { ...required, timeouts: { create: "1m" } });
    kube.addOverride("timeouts.create", "2m");
    kube.addOverride("brand_new", [1]);
    expect(written("ovh_cloud_project_kube", "k")).toMatchObject({ timeouts: { create: "2m" }, brand_new: [1] });
  });

  it("writes code to import what exists", () => {
    const { generateConfigForImport } = CloudProjectKube;
    generateConfigForImport(stack, "old", "service/id");
    expect(Testing.synth(stack)).toContain('"to": "ovh_cloud_project_kube.old"');
  });
});

describe("values", () => {
  it("take references, functions, iterators and lazy values", () => {
    const variable = new TerraformVariable(stack, "regions", { type: "list(string)" });
    const kube = new CloudProjectKube(stack, "k", {
      ...required,
      region: variable.stringValue,
      name: Lazy.stringValue({ produce: () => "late" }),
    });
    const iterator = TerraformIterator.fromList(variable.listValue);
    new CloudProjectStorage(stack, "b", {
      serviceName: kube.serviceName,
      regionName: Fn.upper(kube.region),
      name: iterator.value,
      forEach: iterator,
    });
    expect(written("ovh_cloud_project_storage", "b")).toMatchObject({
      for_each: "${toset(var.regions)}",
      name: "${each.value}",
      region_name: "${upper(ovh_cloud_project_kube.k.region)}",
    });
    expect(written("ovh_cloud_project_kube", "k")).toMatchObject({ region: "${var.regions}", name: "late" });
  });

  it("of nested blocks can be set attribute by attribute, or taken back", () => {
    const kube = new CloudProjectKube(stack, "k", { ...required, timeouts: { create: "1m", delete: "2m" } });
    kube.timeouts.create = "9m";
    kube.timeouts.resetDelete();
    expect(kube.timeoutsInput).toEqual({ create: "9m" });
    expect(written("ovh_cloud_project_kube", "k")).toMatchObject({ timeouts: { create: "9m" } });
    kube.resetTimeouts();
    expect(written("ovh_cloud_project_kube", "k")).not.toHaveProperty("timeouts");
    expect(kube.timeouts).toBe(kube.timeouts);
  });

  it("may be a reference to a whole nested object", () => {
    const kube = new CloudProjectKube(stack, "k", required);
    new CloudProjectKube(stack, "l", { ...required, timeouts: kube.timeouts });
    expect(written("ovh_cloud_project_kube", "l")).toMatchObject({ timeouts: "${ovh_cloud_project_kube.k.timeouts}" });
  });

  it("given once are not shared with the program's own object", () => {
    const config = { ...required, name: "before" };
    new CloudProjectKube(stack, "k", config);
    config.name = "after";
    expect(written("ovh_cloud_project_kube", "k")).toMatchObject({ name: "before" });
  });

  it("name their provider", () => {
    const eu = new provider.OvhProvider(stack, "eu", { endpoint: "ovh-eu", alias: "eu" });
    new dataOvhCloudProjectKube.DataOvhCloudProjectKube(stack, "d", { serviceName: "x", kubeId: "y", provider: eu });
    expect(eu.fqn).toBe("ovh.eu");
    expect(Testing.synth(stack)).toContain('"provider": "ovh.eu"');
  });
});

describe("a mistake that no compiler saw", () => {
  it.each([
    [
      "a misspelt property",
      { ...required, regoin: "BHS5" },
      /ovh_cloud_project_kube "s\/k": it has no property "regoin"\. Did you mean "region"\?/,
    ],
    ["Terraform's own spelling", { service_name: "x" }, /it has no property "service_name"\. Did you mean "serviceName"\?/],
    ["what the provider sets", { ...required, kubeconfig: "x" }, /"kubeconfig" is set by the provider/],
    ["a nested one", { ...required, timeouts: { creat: "1m" } }, /at timeouts: it has no property "creat"\. Did you mean "create"\?/],
    [
      "a nested one, deeper",
      { ...required, customizationApiserver: [{ admissionplugins: [{ on: [] }] }] },
      /at customizationApiserver\[0\].admissionplugins\[0\]: it has no property "on"/,
    ],
    ["a list for a block that stands once", { ...required, timeouts: [{}] }, /at timeouts: it takes one object, and was given a list/],
    ["one object for a list", { ...required, customizationApiserver: {} }, /at customizationApiserver: it takes a list of objects/],
    ["a name of every object", { ...required, toString: "x" }, /it has no property "toString"/],
  ])("is refused: %s", (_what, config, message) => {
    expect(() => new CloudProjectKube(stack, "k", unchecked(config))).toThrow(message);
  });

  it("is refused when set afterwards", () => {
    const kube = new CloudProjectKube(stack, "k", required);
    expect(() => kube.putTimeouts(unchecked({ creat: "1m" }) as object)).toThrow(/at timeouts: it has no property "creat"/);
  });

  it("is not refused where nothing is given", () => {
    expect(() => new CloudProjectKube(stack, "k", unchecked({ ...required, regoin: undefined }))).not.toThrow();
  });

  it("cannot smuggle a prototype in", () => {
    const config = JSON.parse('{"serviceName":"x","region":"GRA11","__proto__":{"name":"sneaked"}}') as typeof required;
    expect(() => new CloudProjectKube(stack, "k", config)).toThrow(/no property "__proto__"/);
  });
});

describe("the line that made a construct", () => {
  const TRACE = Symbol.for("terroir.trace");
  const traceOf = (kube: CloudProjectKube) => (kube as unknown as Record<symbol, { stack?: string }>)[TRACE]?.stack ?? "";

  it("is remembered, first frame first, and out of sight", () => {
    const kube = new CloudProjectKube(stack, "k", required);
    expect(traceOf(kube).split("\n")[1]).toContain("use.test.ts");
    expect(Object.keys(kube)).not.toContain(String(TRACE));
    expect(Object.getOwnPropertyDescriptor(kube, TRACE)?.enumerable).toBe(false);
  });

  it("is that of the outermost class", () => {
    class Mine extends CloudProjectKube {
      constructor(id: string) {
        super(stack, id, required);
      }
    }
    const kube = new Mine("k");
    expect(traceOf(kube)).not.toContain("new Mine");
  });

  it("leaves the limit of traces alone", () => {
    const before = Error.stackTraceLimit;
    new CloudProjectKube(stack, "k", required);
    expect(Error.stackTraceLimit).toBe(before);
  });
});

describe("loading", () => {
  const run = (program: string, ...flags: string[]) =>
    execFileSync(process.execPath, [...flags, "-e", program], { cwd: packageRoot(), encoding: "utf8" }).trim();
  const loaded = `Object.keys(require.cache).filter((f) => /provider-ovh.(part|index)/.test(f)).map((f) => f.replace(/.*provider-ovh./, "")).join()`;

  it("reads the index only, until a class is used", () => {
    expect(run(`require("@cdktf/provider-ovh"); console.log(${loaded})`)).toBe("index.js");
    expect(run(`require("@cdktf/provider-ovh").cloudProjectKube.CloudProjectKube; console.log(${loaded})`)).toMatch(
      /^index\.js,part-\d\d\.js$/,
    );
  });

  it("gives ES modules every class by name", () => {
    const names = Object.keys(namespace).filter((name) => /^[A-Z]/.test(name));
    const program = `import { ${names.join()} } from "@cdktf/provider-ovh/cloud-project-kube"; console.log([${names.join()}].every((one) => typeof one === "function"))`;
    expect(run(program, "--input-type=module")).toBe("true");
  });

  it("resolves no path that is none", () => {
    expect(() => require("@cdktf/provider-ovh/runtime")).toThrow(/not defined by "exports"/);
    expect(() => require("@cdktf/provider-ovh/cloud-project-cube")).toThrow(/not defined by "exports"/);
  });
});
