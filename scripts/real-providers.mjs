// Has the real providers validate and plan the landing zone, as far as their modules can be built: node --import tsx scripts/real-providers.mjs [scaleway …]
// Each is built once, in some minutes, into FOLDER (default node_modules/.cache/terroir/providers), and needs Go. Credentials are made up: a plan
// of what does not exist yet asks a cloud nothing, except what data sources ask. Not a part of CI.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SovereignApp } from "../constructs/index.ts";
import { findEngine } from "../engines/index.ts";
import { acme } from "../examples/landing-zone/acme.ts";
import * as grounds from "../examples/landing-zone/grounds.ts";
import { parsePolicy } from "../guard/index.ts";
import { LandingZone } from "../stacks/index.ts";

const UUID = "11111111-1111-1111-1111-111111111111";
/** The releases that clouds/*\/schema.json are of. */
const PROVIDERS = {
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
const asked = process.argv.slice(2);
let failed = 0;
for (const [name, one] of Object.entries(PROVIDERS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  if (!built(name, one)) failed++;
  else if (!accepts(name, one)) failed++;
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;

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

function accepts(name, { ground, access, source, env, validateOnly }) {
  const at = join(scratch, name);
  writeFileSync(
    join(scratch, "rc"),
    `provider_installation {\n  dev_overrides { "${source}" = ${JSON.stringify(folder)} }\n  direct {}\n}\n`,
  );
  mkdirSync(at);
  writeFileSync(join(at, "cdk.tf.json"), JSON.stringify(alone(synthesized(ground, access), source)));
  const run = (...args) =>
    spawnSync(engine.path, [...args, "-no-color"], {
      cwd: at,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: at, TF_CLI_CONFIG_FILE: join(scratch, "rc"), TF_VAR_state_passphrase: "x".repeat(32), ...env },
    });
  for (const args of validateOnly ? [["validate"]] : [["validate"], ["plan", "-input=false"]]) {
    const { status, stdout, stderr } = run(...args);
    const text = `${stdout}\n${stderr}`;
    const said = /^(?:Success!|Plan:|Error:).*$/m.exec(text)?.[0] ?? "";
    const warned = [...new Set([...text.matchAll(/^\W*(Warning: .*)$/gm)].map(([, warning]) => `\n  ${warning}`))].join("");
    process.stdout.write(`${name} ${args[0]}: ${status === 0 ? `${said}${warned}` : `FAILED\n${stderr}`}\n`);
    if (status !== 0) return false;
  }
  return true;
}

function synthesized(ground, access) {
  const outdir = join(scratch, "out");
  const policy = parsePolicy(JSON.parse(readFileSync("examples/landing-zone/policy.json", "utf8")));
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
