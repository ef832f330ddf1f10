import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { TerraformDataSource, TerraformProvider, TerraformResource, type TerraformResourceConfig } from "cdktf";
import type { Construct } from "constructs";
import { Refusal, SovereignApp, type SovereignAppProps, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";

/** Canada, the United States, and a code named "eu" in Manchester: where nothing may go. */
export const CANADA = "BHS5";
export const UNITED_STATES = "US-EAST-VA-1";
export const MANCHESTER = "EU-WEST-LZ-MNC-A";

type Attributes = Record<string, unknown>;

/** A resource by the provider's own names, as a user without bindings writes it. */
export class Raw extends TerraformResource {
  attributes: Attributes;
  constructor(
    scope: Construct,
    id: string,
    type: string,
    attributes: Attributes,
    config: Omit<TerraformResourceConfig, "terraformResourceType"> = {},
  ) {
    super(scope, id, { terraformResourceType: type, ...config });
    this.attributes = attributes;
  }
  protected override synthesizeAttributes() {
    return this.attributes;
  }
}

export class RawData extends TerraformDataSource {
  readonly #attributes: Attributes;
  constructor(scope: Construct, id: string, type: string, attributes: Attributes) {
    super(scope, id, { terraformResourceType: type });
    this.#attributes = attributes;
  }
  protected override synthesizeAttributes() {
    return this.#attributes;
  }
}

export class RawProvider extends TerraformProvider {
  readonly #attributes: Attributes;
  readonly #alias: string | undefined;
  constructor(scope: Construct, id: string, source: string, attributes: Attributes, alias?: string) {
    const name = source.split("/").at(-1) ?? source;
    super(scope, id, {
      terraformResourceType: name,
      terraformProviderSource: source,
      terraformGeneratorMetadata: { providerName: name, providerVersion: "2.19.0" },
    });
    this.#attributes = attributes;
    this.#alias = alias;
  }
  override get alias() {
    return this.#alias;
  }
  protected override synthesizeAttributes() {
    return this.#attributes;
  }
}

/** A cluster that is inside, with the list of addresses that may reach it, unless told otherwise. */
export function cluster(stack: Construct, id: string, attributes: Attributes = {}): Raw {
  const made = new Raw(stack, id, "ovh_cloud_project_kube", {
    service_name: "abc",
    name: id,
    region: "GRA11",
    private_network_id: "net",
    ...attributes,
  });
  new Raw(stack, `${id}-access`, "ovh_cloud_project_kube_iprestrictions", {
    service_name: "abc",
    kube_id: made.getStringAttribute("id"),
    ips: ["10.0.0.0/8"],
  });
  return made;
}

export interface Outcome {
  /** What the guard refused; absent when it let everything through. */
  readonly refusal?: Refusal;
  readonly written: boolean;
  /** Folders left beside the target. */
  readonly leftovers: readonly string[];
}

/** Synthesizes a program in a stack with OVHcloud's provider for Europe, and says what came of it. */
export function synthesize(program: (stack: SovereignStack, app: SovereignApp) => void, props: SovereignAppProps = {}): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "terroir-route-"));
  const outdir = join(folder, "cdktf.out");
  try {
    const app = new SovereignApp({ ...props, outdir });
    const stack = new SovereignStack(app, "s", { at: ovh("GRA11"), account: { project: "abc" } });
    new RawProvider(stack, "ovh", "ovh/ovh", { endpoint: "ovh-eu" });
    let refusal: Refusal | undefined;
    try {
      program(stack, app);
      app.synth();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal = error;
    }
    return {
      ...(refusal ? { refusal } : {}),
      written: existsSync(outdir),
      leftovers: readdirSync(dirname(outdir)).filter((name) => name !== "cdktf.out"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
