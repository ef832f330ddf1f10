import { tmpdir } from "node:os";
import { App, TerraformHclModule, TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { InputError } from "../../catalogue/index.ts";
import type { EuPlace } from "../../clouds/contract/index.ts";
import { outscale } from "../../clouds/outscale/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { SovereignStack } from "../../constructs/index.ts";
import { synthesized } from "../../testing/index.ts";

/** A resource as bindings make it, under no provider block of the program's. */
class Bare extends TerraformResource {
  readonly #attributes: Record<string, unknown>;
  constructor(scope: Construct, id: string, terraformResourceType: string, attributes: Record<string, unknown> = {}) {
    const [providerName = ""] = terraformResourceType.split("_");
    super(scope, id, { terraformResourceType, terraformGeneratorMetadata: { providerName } });
    this.#attributes = attributes;
  }
  protected override synthesizeAttributes() {
    return this.#attributes;
  }
}

class Own extends TerraformProvider {
  constructor(scope: Construct, id: string) {
    super(scope, id, { terraformResourceType: "ovh", terraformProviderSource: "ovh/ovh" });
    this.alias = "own";
  }
  protected override synthesizeAttributes() {
    return { endpoint: "ovh-eu", alias: "own" };
  }
}

const alone = (at: EuPlace, type: string, attributes: Record<string, unknown> = {}) =>
  synthesized((app) => {
    new Bare(new SovereignStack(app, "shop", { at, account: { project: "p" } }), "kube", type, attributes);
  });

describe("a resource of the place's provider that stands alone", () => {
  it.each<[string, EuPlace, Record<string, unknown>]>([
    ["ovh", ovh("GRA11"), { endpoint: "ovh-eu" }],
    ["outscale", outscale("eu-west-2"), { api: [{ region: "eu-west-2", endpoint: "https://api.eu-west-2.outscale.com/api/v1" }] }],
  ])("is given the block of the stack's place: %s", (name, at, block) => {
    const types: Readonly<Record<string, readonly [string, Record<string, unknown>]>> = {
      ovh: ["ovh_cloud_network_private_vrack", { service_name: "p", region: "GRA11", name: "n" }],
      outscale: ["outscale_net", { ip_range: "10.0.0.0/16" }],
    };
    const [type, attributes] = types[name] as readonly [string, Record<string, unknown>];
    const { refusals, document } = alone(at, type, attributes);
    expect(refusals).toEqual([]);
    const [written, ...more] = (document()["provider"] as Record<string, Record<string, unknown>[]>)[name] ?? [];
    expect([written, more]).toMatchObject([block, []]);
    expect(written?.["alias"]).toBeUndefined();
  });

  it.each<[string, boolean, number]>([
    ["a module", false, 1],
    ["none to a module that is handed another", true, 0],
  ])("is given to %s", (_, handed, blocks) => {
    const stack = new SovereignStack(new App({ outdir: tmpdir() }), "shop", { at: ovh("GRA11"), account: { project: "p" } });
    const providers = handed ? { providers: [new Own(stack, "own")] } : {};
    new TerraformHclModule(stack, "archive", { source: "acme/archive/ovh", version: "1.0.0", ...providers });
    stack.prepareStack();
    const { provider } = stack.toTerraform() as { readonly provider: Record<string, readonly Record<string, unknown>[]> };
    const written = provider["ovh"] ?? [];
    expect(written.filter(({ alias }) => alias === undefined)).toHaveLength(blocks);
  });

  it("tells a newcomer what a cluster lacks, by the names of what has to be written", () => {
    const { refusals } = alone(ovh("GRA11"), "ovh_cloud_project_kube", { service_name: "p", name: "shop", region: "GRA11" });
    const said = refusals.join("\n");
    for (const words of ["ovh_cloud_project_kube_iprestrictions", "kube_id", "private_network_id is not set"])
      expect(said).toContain(words);
  });
});

it("says in a sentence, and without a stack trace, that nobody configured a provider", () => {
  const built = () => alone(ovh("GRA11"), "acme_thing");
  expect(built).toThrow(InputError);
  expect(built).toThrow(/\[shop\] Found resources without a matching provider construct.*acme/s);
});
