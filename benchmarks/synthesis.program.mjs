// The program that synthesis.bench.mjs times: node synthesis.program.mjs terroir|cdktf N literals|references OUTDIR
import { App, LocalBackend, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";

const [library, count, references, outdir] = process.argv.slice(2);

class Resource extends TerraformResource {
  constructor(scope, id, attributes) {
    super(scope, id, { terraformResourceType: "ovh_cloud_project_storage" });
    this.attributes = attributes;
  }
  synthesizeAttributes() {
    return this.attributes;
  }
}

class Provider extends TerraformProvider {
  constructor(scope, id) {
    super(scope, id, {
      terraformResourceType: "ovh",
      terraformProviderSource: "ovh/ovh",
      terraformGeneratorMetadata: { providerName: "ovh", providerVersion: "~> 2.19" },
    });
  }
  synthesizeAttributes() {
    return { endpoint: "ovh-eu" };
  }
}

const terroir = library === "terroir" ? await import("terroir") : undefined;
const policy = terroir && (await import("terroir/guard")).definePolicy({ backends: { local: true } });
const app = terroir ? new terroir.SovereignApp({ outdir, policy }) : new App({ outdir });
const stack = terroir ? new terroir.SovereignStack(app, "s") : new TerraformStack(app, "s");
new LocalBackend(stack, { path: "s.tfstate" });
new Provider(stack, "ovh");
let previous;
for (let i = 0; i < Number(count); i++)
  previous = new Resource(stack, `bucket-${i}`, {
    service_name: "00000000000000000000000000000000",
    region_name: "GRA",
    name: references === "references" && previous ? previous.getStringAttribute("id") : `bucket-${i}`,
    versioning: { status: "enabled" },
    encryption: { sse_algorithm: "AES256" },
    tags: { owner: "platform", number: `${i}` },
  });
app.synth();
