import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  App,
  DataTerraformRemoteStateS3,
  Fn,
  Lazy,
  S3Backend,
  TerraformDataSource,
  TerraformHclModule,
  TerraformIterator,
  TerraformLocal,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { afterAll, describe, expect, it } from "vitest";
import type { Infrastructure } from "../../../guard/subject/infrastructure.ts";
import { readSynthesized } from "../../../guard/views/synthesized.ts";
import { addresses, at, seen, way } from "./reading.ts";

const US = "US-EAST-VA-1";
const root = mkdtempSync(join(tmpdir(), "terroir-routes-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

class Kube extends TerraformResource {
  region: unknown;
  constructor(scope: TerraformStack, id: string, region: unknown) {
    super(scope, id, { terraformResourceType: "ovh_cloud_project_kube" });
    this.region = region;
  }
  protected override synthesizeAttributes() {
    return { region: this.region };
  }
}

class Provider extends TerraformProvider {
  readonly #args: Record<string, unknown>;
  constructor(scope: TerraformStack, id: string, args: Record<string, unknown>, alias?: string) {
    super(scope, id, {
      terraformResourceType: "ovh",
      terraformGeneratorMetadata: { providerName: "ovh" },
      terraformProviderSource: "ovh/ovh",
    });
    this.#args = alias === undefined ? args : { ...args, alias };
  }
  override get alias() {
    return this.#args.alias as string | undefined;
  }
  override set alias(_) {}
  protected override synthesizeAttributes() {
    return { ...this.#args };
  }
}

let programs = 0;
/** What a cdktf program gives, read from the folder that it wrote. */
function synthesized(program: (stack: TerraformStack, app: App) => void): Infrastructure {
  const app = new App({ outdir: join(root, `out${programs++}`), skipValidation: true });
  program(new TerraformStack(app, "s"), app);
  app.synth();
  const [only, ...others] = readSynthesized(app.outdir);
  if (only === undefined || others.length > 0) throw new Error("one stack makes one infrastructure");
  return only;
}

describe("a place that cdktf writes as", () => {
  const routes: readonly (readonly [string, (stack: TerraformStack) => void, string])[] = [
    ["a literal", (s) => new Kube(s, "k", US), `region = "${US}"`],
    ["a later assignment", (s) => Object.assign(new Kube(s, "k", "GRA11"), { region: US }), `region = "${US}"`],
    ["an override of the resource", (s) => new Kube(s, "k", "GRA11").addOverride("region", US), `region = "${US}"`],
    [
      "an override of the stack",
      (s) => {
        new Kube(s, "k", "GRA11");
        s.addOverride("resource.ovh_cloud_project_kube.k.region", US);
      },
      `region = "${US}"`,
    ],
    ["a lazy value", (s) => new Kube(s, "k", Lazy.stringValue({ produce: () => US })), `region = "${US}"`],
    ["a token", (s) => new Kube(s, "k", Token.asString(US)), `region = "${US}"`],
    ["joined pieces", (s) => new Kube(s, "k", Fn.join("-", ["US", "EAST", "VA", "1"])), `region = "${US}"`],
    ["a looked-up entry", (s) => new Kube(s, "k", Fn.lookup({ a: US }, "a", "GRA11")), `region = "${US}"`],
    ["an interpolated text", (s) => new Kube(s, "k", '${"US-EAST"}-VA-1'), `region = "${US}"`],
    ["a variable with a default", (s) => new Kube(s, "k", new TerraformVariable(s, "v", { default: US }).stringValue), `region = "${US}"`],
    [
      "a variable without one",
      (s) => new Kube(s, "k", new TerraformVariable(s, "v", {}).stringValue),
      "region ? var.v has no default, so whoever runs the engine chooses it",
    ],
    ["a local", (s) => new Kube(s, "k", new TerraformLocal(s, "l", US).asString), `region = "${US}"`],
    [
      "another resource's attribute",
      (s) => {
        const other = new Kube(s, "other", US);
        new Kube(s, "k", other.getStringAttribute("region"));
      },
      `region = "${US}"`,
    ],
    [
      "another resource's computed attribute",
      (s) => {
        const other = new Kube(s, "other", US);
        new Kube(s, "k", other.getStringAttribute("url"));
      },
      "region ? ovh_cloud_project_kube.other.url is known only when it is made",
    ],
    [
      "a data source's attribute",
      (s) => {
        const d = new TerraformDataSource(s, "d", { terraformResourceType: "ovh_cloud_project_kube" });
        new Kube(s, "k", d.getStringAttribute("region"));
      },
      "region ? data.ovh_cloud_project_kube.d.region is known only when it is read",
    ],
  ];
  it.each(routes)("%s", (_, program, expected) => {
    const infrastructure = synthesized(program);
    expect(seen(at(infrastructure, "ovh_cloud_project_kube.k"), "region")).toEqual([expected]);
    expect(at(infrastructure, "ovh_cloud_project_kube.k").constructPath).toBe("s/k");
  });

  it("an iterator over a map", () => {
    const infrastructure = synthesized((s) => {
      const each = TerraformIterator.fromMap({ a: { r: "GRA11" }, b: { r: US } });
      const kube = new Kube(s, "k", each.getString("r"));
      kube.forEach = each;
    });
    expect(addresses(infrastructure, "resource")).toEqual(['ovh_cloud_project_kube.k["a"]', 'ovh_cloud_project_kube.k["b"]']);
    expect(seen(at(infrastructure, 'ovh_cloud_project_kube.k["b"]'), "region")).toEqual([`region = "${US}"`]);
  });

  it("a count and an element", () => {
    const infrastructure = synthesized((s) => {
      const kube = new Kube(s, "k", '${element(["US-EAST-VA-1", "GRA11"], count.index)}');
      kube.addOverride("count", 2);
    });
    expect(addresses(infrastructure, "resource").flatMap((address) => seen(at(infrastructure, address), "region"))).toEqual([
      `region = "${US}"`,
      'region = "GRA11"',
    ]);
  });

  it("a dynamic block", () => {
    const infrastructure = synthesized((s) =>
      new Kube(s, "k", "GRA11").addOverride("dynamic.placement", { for_each: [US], content: { region: "${placement.value}" } }),
    );
    expect(seen(at(infrastructure, "ovh_cloud_project_kube.k"), "placement[].region")).toEqual([`placement[0].region = "${US}"`]);
  });

  it("a module's input, and its source", () => {
    const infrastructure = synthesized(
      (s) => new TerraformHclModule(s, "m", { source: "git::https://example.com/m.git", variables: { region: US } }),
    );
    expect(at(infrastructure, "module.m")).toMatchObject({ kind: "module", type: "git::https://example.com/m.git" });
    expect(seen(at(infrastructure, "module.m"), "region")).toEqual([`region = "${US}"`]);
    expect(infrastructure.unseen.join()).toContain("module.m");
  });

  it("a provider's endpoint under an alias", () => {
    const infrastructure = synthesized((s) => {
      new Provider(s, "eu", { endpoint: "ovh-eu" });
      const us = new Provider(s, "us", { endpoint: "ovh-us" }, "us");
      const kube = new Kube(s, "k", "GRA11");
      kube.provider = us;
      new Kube(s, "plain", "GRA11");
    });
    const under = (address: string) => at(infrastructure, address).provider;
    expect(under("ovh_cloud_project_kube.k")?.address).toBe("provider.ovh.us");
    expect(under("ovh_cloud_project_kube.k")?.read("endpoint")[0]?.value).toMatchObject({ value: "ovh-us" });
    expect(under("ovh_cloud_project_kube.plain")?.address).toBe("provider.ovh");
    expect(at(infrastructure, "ovh_cloud_project_kube.k").providerSource).toBe("ovh/ovh");
  });

  it("a provider of another cloud, written over the stack", () => {
    const infrastructure = synthesized((s) => s.addOverride("provider.aws", [{ region: "us-east-1" }]));
    expect(at(infrastructure, "provider.aws")).toMatchObject({ providerSource: "hashicorp/aws" });
    expect(seen(at(infrastructure, "provider.aws"), "region")).toEqual(['region = "us-east-1"']);
  });

  it("a backend's region, and another's state", () => {
    const infrastructure = synthesized((s) => {
      new S3Backend(s, { bucket: "b", key: "k", region: "us-east-1" });
      new DataTerraformRemoteStateS3(s, "r", { bucket: "b", key: "k", region: "us-east-1" });
    });
    expect(seen(at(infrastructure, "terraform.backend.s3"), "region")).toEqual(['region = "us-east-1"']);
    expect(seen(at(infrastructure, "data.terraform_remote_state.r"), "config.region")).toEqual(['config.region = "us-east-1"']);
    expect(at(infrastructure, "data.terraform_remote_state.r")).toMatchObject({
      providerSource: "builtin/terraform",
      providerHost: "terraform.io",
    });
  });

  it("an import's id", () => {
    const infrastructure = synthesized((s) => new Kube(s, "k", "GRA11").importFrom(`project/${US}/cluster`));
    expect(addresses(infrastructure, "import")).toEqual(["import.ovh_cloud_project_kube.k"]);
    expect(seen(at(infrastructure, "import.ovh_cloud_project_kube.k"), "id")).toEqual([`id = "project/${US}/cluster"`]);
  });

  it("a provisioner's command", () => {
    const infrastructure = synthesized((s) =>
      new Kube(s, "k", "GRA11").addOverride("provisioner", [
        { "local-exec": { command: "make in ${self.region}" } },
        { "remote-exec": { inline: ["x"] } },
      ]),
    );
    expect(addresses(infrastructure, "provisioner")).toEqual([
      "ovh_cloud_project_kube.k.provisioner.local-exec[0]",
      "ovh_cloud_project_kube.k.provisioner.remote-exec[1]",
    ]);
    expect(seen(at(infrastructure, "ovh_cloud_project_kube.k.provisioner.local-exec[0]"), "command")).toEqual([
      'command = "make in GRA11"',
    ]);
  });

  it("no backend at all: a file beside the configuration", () => {
    const infrastructure = synthesized((s) => new Kube(s, "k", "GRA11"));
    expect(at(infrastructure, "terraform.backend.local").type).toBe("local");
  });
});

it("shows the way by which a value came", () => {
  const infrastructure = synthesized((s) => {
    const region = new TerraformVariable(s, "region", { default: US });
    new Kube(s, "k", new TerraformLocal(s, "l", region.stringValue).asString);
  });
  expect(way(at(infrastructure, "ovh_cloud_project_kube.k"), "region")).toBe(
    `ovh_cloud_project_kube.k.region ← local.l ← var.region ← default=${US}`,
  );
});

it("reads each stack on its own", () => {
  const app = new App({ outdir: join(root, "several") });
  for (const name of ["a", "b"]) new Kube(new TerraformStack(app, name), "k", name === "a" ? "GRA11" : US);
  app.synth();
  const read = readSynthesized(app.outdir);
  expect(read.map(({ origin }) => origin)).toEqual(["a", "b"].map((name) => join(app.outdir, "stacks", name)));
  expect(read.map((one) => seen(at(one, "ovh_cloud_project_kube.k"), "region")[0])).toEqual(['region = "GRA11"', `region = "${US}"`]);
});
