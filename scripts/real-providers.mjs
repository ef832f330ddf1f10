// Has the real providers validate and plan the landing zone: node --import tsx scripts/real-providers.mjs [scaleway ovh …] [--binary ovh=FILE …] [--registry]
// A provider comes from the file that --binary names; with --registry from the registry that the engine knows; else from its Go module, which is built
// once, in some minutes and with Go, into node_modules/.cache/terroir/providers. Not every module is served: of those, only a binary or the registry helps.
// Credentials are made up: a plan of what does not exist yet asks a cloud nothing, except what data sources and some checks ask. Not a part of CI.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { SovereignApp } from "../constructs/index.ts";
import { findEngine } from "../engines/index.ts";
import { acme } from "../examples/landing-zone/acme.ts";
import * as grounds from "../examples/landing-zone/grounds.ts";
import { parsePolicy } from "../guard/index.ts";
import { LandingZone } from "../stacks/index.ts";

const UUID = "11111111-1111-1111-1111-111111111111";
/** The releases that clouds/*\/schema.json are of. */
const PROVIDERS = {
  ovh: {
    ground: grounds.onOvh,
    version: "v2.19.0",
    source: "ovh/ovh",
    // Without the last it asks OVHcloud who it is, before anything else (ovh/config.go).
    env: { OVH_APPLICATION_KEY: "made-up", OVH_APPLICATION_SECRET: "made-up", OVH_CONSUMER_KEY: "made-up", OVH_IGNORE_INIT_ERROR: "true" },
  },
  outscale: {
    ground: grounds.onOutscale,
    version: "v1.8.0",
    source: "outscale/outscale",
    env: { OSC_ACCESS_KEY: "A".repeat(20), OSC_SECRET_KEY: "A".repeat(40) },
  },
  ionoscloud: {
    ground: grounds.onIonos,
    version: "v6.7.34",
    source: "ionos-cloud/ionoscloud",
    validateOnly: true,
    env: { IONOS_TOKEN: "made-up", IONOS_S3_ACCESS_KEY: "made-up", IONOS_S3_SECRET_KEY: "made-up" },
  },
  upcloud: {
    ground: grounds.onUpcloud,
    version: "v5.36.3",
    source: "upcloudltd/upcloud",
    // Its plan asks the cloud for the machine sizes and zones that it has (internal/service/server/validators.go).
    validateOnly: true,
    env: { UPCLOUD_TOKEN: "made-up" },
  },
  opentelekomcloud: {
    ground: grounds.onOpenTelekomCloud,
    version: "v1.36.23",
    source: "opentelekomcloud/opentelekomcloud",
    // Its data sources ask for an image.
    validateOnly: true,
    env: {},
  },
  scaleway: {
    ground: grounds.onScaleway,
    module: "github.com/scaleway/terraform-provider-scaleway/v2",
    version: "v2.80.0",
    source: "scaleway/scaleway",
    env: { SCW_ACCESS_KEY: `SCW${"X".repeat(17)}`, SCW_SECRET_KEY: UUID, SCW_DEFAULT_ORGANIZATION_ID: UUID },
  },
  hcloud: {
    ground: grounds.onHetzner,
    module: "github.com/hetznercloud/terraform-provider-hcloud",
    version: "v1.68.0",
    source: "hetznercloud/hcloud",
    env: { HCLOUD_TOKEN: "a".repeat(64) },
  },
  exoscale: {
    ground: grounds.onExoscale,
    policy: "policy-exoscale.json",
    version: "v0.70.0",
    source: "exoscale/exoscale",
    env: { EXOSCALE_API_KEY: `EXO${"a".repeat(26)}`, EXOSCALE_API_SECRET: "a".repeat(43) },
    // By its id: a name would ask the cloud.
    access: { image: { id: UUID } },
  },
  stackit: {
    ground: grounds.onStackit,
    module: "github.com/stackitcloud/terraform-provider-stackit",
    version: "v0.75.0",
    source: "stackitcloud/stackit",
    env: { STACKIT_SERVICE_ACCOUNT_TOKEN: "made-up" },
    // By its id: a name would ask the cloud.
    access: { image: { id: UUID } },
  },
  openstack: {
    ground: grounds.onElastx,
    module: "github.com/terraform-provider-openstack/terraform-provider-openstack/v3",
    version: "v3.4.0",
    source: "terraform-provider-openstack/openstack",
    // Its data sources ask for a network and an image.
    validateOnly: true,
    env: {},
  },
};

const folder = resolve("node_modules/.cache/terroir/providers");
const scratch = mkdtempSync(join(tmpdir(), "terroir-providers-"));
const { engine } = await findEngine({ say: (line) => process.stderr.write(`${line}\n`) });
if (engine === null) throw new Error("No engine was found: terroir engine");
const { values: from, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { binary: { type: "string", multiple: true, default: [] }, registry: { type: "boolean", default: false } },
});
const binaries = Object.fromEntries(from.binary.map((one) => [one.slice(0, one.indexOf("=")), resolve(one.slice(one.indexOf("=") + 1))]));
const strays = [...asked, ...Object.keys(binaries)].filter((name) => !Object.hasOwn(PROVIDERS, name));
if (strays.length > 0) throw new Error(`Known here: ${Object.keys(PROVIDERS).join(", ")}; not ${strays.join(", ")}.`);
// Who brings a binary asks for it.
const wanted = asked.length > 0 ? asked : Object.keys(from.binary.length > 0 ? binaries : PROVIDERS);
let failed = 0;
for (const name of wanted) {
  const one = PROVIDERS[name];
  const at = providerOf(name, one);
  if (at === null || !accepts(name, one, at)) failed++;
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;

/** The folder that holds the provider's binary, `registry`, or null where there is none. */
function providerOf(name, one) {
  const given = binaries[name];
  if (given !== undefined) {
    if (!existsSync(given)) throw new Error(`${given}, the provider of ${name}, does not exist.`);
    const at = join(scratch, `binary-${name}`);
    mkdirSync(at);
    symlinkSync(given, join(at, `terraform-provider-${one.source.split("/")[1]}`));
    return at;
  }
  if (from.registry) return "registry";
  if (one.module === undefined) {
    process.stdout.write(`${name}: no proxy serves its module. Give its binary, --binary ${name}=FILE, or --registry.\n`);
    return null;
  }
  return built(name, one) ? folder : null;
}

/** In a module of its own: `go install` asks for lists of versions, which not every proxy has. */
function built(name, { module, version }) {
  const binary = join(folder, `terraform-provider-${name}`);
  if (existsSync(binary)) return true;
  const around = join(scratch, `build-${name}`);
  mkdirSync(around, { recursive: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(around, "go.mod"), `module around\n\ngo 1.25\n\nrequire ${module} ${version}\n`);
  process.stdout.write(`${name}: building ${module} ${version}, some minutes\n`);
  const flags = ["build", "-mod=mod", "-trimpath", "-ldflags", "-s -w", "-o", binary, module];
  const { status } = spawnSync("go", flags, {
    cwd: around,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, CGO_ENABLED: "0" },
  });
  return status === 0;
}

function accepts(name, { ground, access, policy = "policy.json", source, version, env, validateOnly }, provider) {
  const at = join(scratch, name);
  writeFileSync(
    join(scratch, "rc"),
    provider === "registry"
      ? ""
      : `provider_installation {\n  dev_overrides { "${source}" = ${JSON.stringify(provider)} }\n  direct {}\n}\n`,
  );
  mkdirSync(at);
  const document = alone(synthesized(ground, access, policy), source);
  // The release that the schema is of, whatever the document allows.
  for (const wanted of Object.values(document.terraform.required_providers)) wanted.version = version.slice(1);
  writeFileSync(join(at, "cdk.tf.json"), JSON.stringify(document, null, 2));
  const run = (...args) =>
    spawnSync(engine.path, [...args, "-no-color"], {
      cwd: at,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: at, TF_CLI_CONFIG_FILE: join(scratch, "rc"), TF_VAR_state_passphrase: "x".repeat(32), ...env },
    });
  const steps = [
    ...(provider === "registry" ? [["init", "-input=false"]] : []),
    ["validate"],
    ...(validateOnly ? [] : [["plan", "-input=false"]]),
  ];
  for (const args of steps) {
    const { status, stdout, stderr } = run(...args);
    const text = `${stdout}\n${stderr}`;
    const said = /^(?:Success!|Plan:|Error:|OpenTofu has been|Terraform has been).*$/m.exec(text)?.[0] ?? "";
    const warned = [...new Set([...text.matchAll(/^\W*(Warning: .*)$/gm)].map(([, warning]) => `\n  ${warning}`))].join("");
    process.stdout.write(`${name} ${args[0]}: ${status === 0 ? `${said}${warned}` : `FAILED\n${stderr}`}\n`);
    if (status !== 0) return false;
  }
  return true;
}

function synthesized(ground, access, rules) {
  const outdir = join(scratch, "out");
  const policy = parsePolicy(JSON.parse(readFileSync(join("examples", "landing-zone", rules), "utf8")));
  const app = new SovereignApp({ outdir, policy });
  new LandingZone(app, "acme", {
    topology: "hub-and-spoke",
    account: { project: "0".repeat(32) },
    ...ground,
    ...acme,
    access: { ...acme.access, ...access },
  });
  app.synth();
  return readFileSync(join(outdir, "stacks", "acme", "cdk.tf.json"), "utf8");
}

/** What other providers make gives way to a text: theirs are not built here. State stays on this machine. */
function alone(text, source) {
  const document = JSON.parse(text);
  const { terraform, provider, resource } = document;
  const others = Object.keys(terraform.required_providers).filter((name) => terraform.required_providers[name].source !== source);
  for (const name of others) {
    delete terraform.required_providers[name];
    delete provider?.[name];
    for (const type of Object.keys(resource)) if (type.startsWith(`${name}_`)) delete resource[type];
  }
  delete terraform.backend;
  delete terraform.encryption;
  const references = new RegExp(`\\$\\{(?:${others.join("|")})_[^}]*\\}`, "g");
  const left = JSON.stringify(document);
  return JSON.parse(others.length === 0 ? left : left.replace(references, `Aa1!${"x".repeat(28)}`));
}
