// Installs the packed tarballs in an empty project, as a user would, and uses them: types, imports of both kinds, the command, the examples.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { publicEntries } from "./clouds.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "terroir-package-"));
const project = join(scratch, "empty");
const tarballs = join(scratch, "tarballs");
let failed = 0;

execFileSync(process.execPath, [join(root, "scripts", "pack.mjs"), tarballs], { stdio: ["ignore", "ignore", "inherit"] });
const tarball = (name) =>
  join(
    tarballs,
    readdirSync(tarballs).find((file) => file.startsWith(name)),
  );

install(project, { name: "empty", type: "module", private: true }, [
  tarball("terroir-"),
  tarball("cdktf-provider-ovh-"),
  tarball("cdktf-provider-outscale-"),
]);

// Pulumi's and Temporal's own packages are optional: only what is for their users asks for them.
const optional = publicEntries(manifest)
  .map(({ name }) => name)
  .filter((name) => /^\.\/(?:pulumi|temporal)/.test(name));
const entries = publicEntries(manifest)
  .map(({ name }) => name)
  .filter((name) => !optional.includes(name))
  .map((name) => `terroir${name.slice(1)}`);
check("every public entry imports", "node", [
  "--input-type=module",
  "-e",
  entries
    .map((name, i) => `import * as e${i} from "${name}"; if (Object.keys(e${i}).length === 0) throw new Error("${name} is empty");`)
    .join("\n"),
]);
check("what is for users of Pulumi and of Temporal asks for their packages, and says so", "node", [
  "--input-type=module",
  "-e",
  `for (const name of ${JSON.stringify(optional.map((name) => `terroir${name.slice(1)}`))}) await import(name).then(() => { throw new Error(name + " loads without them"); }, (error) => { if (!/Cannot find package '@(pulumi|temporalio)/.test(error.message)) throw error; });`,
]);
check("nothing else resolves", "node", [
  "--input-type=module",
  "-e",
  `for (const name of ["terroir/constructs/lower.js", "terroir/dist/cli/terroir.cjs", "terroir/package.json"]) { try { import.meta.resolve(name); await import(name); } catch { continue; } throw new Error(name + " resolves"); }`,
]);
check("bindings import in ES modules", "node", [
  "--input-type=module",
  "-e",
  `import { CloudProjectKube } from "@cdktf/provider-ovh/cloud-project-kube"; import { cloudProjectKube } from "@cdktf/provider-ovh"; if (CloudProjectKube !== cloudProjectKube.CloudProjectKube) throw new Error("two classes");`,
]);
check("bindings load in CommonJS", "node", [
  "--input-type=commonjs",
  "-e",
  `if (typeof require("@cdktf/provider-ovh").cloudProjectKube.CloudProjectKube !== "function") throw new Error("no class");`,
]);

write(project, "main.ts", readFileSync(join(root, "examples", "hello-bucket", "main.ts"), "utf8"));
write(
  project,
  "raw.ts",
  `import { SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { CloudProjectKube } from "@cdktf/provider-ovh/cloud-project-kube";
import { cloudProjectKube, provider } from "@cdktf/provider-ovh";
const stack = new SovereignStack(new SovereignApp(), "s", { at: ovh("GRA11") });
new provider.OvhProvider(stack, "ovh", { endpoint: "ovh-eu" });
const kube: cloudProjectKube.CloudProjectKube = new CloudProjectKube(stack, "k", { serviceName: "x", region: "GRA11" });
export const id: string = kube.id;
// @ts-expect-error Beauharnois is in Canada.
ovh("BHS5");
`,
);
for (const resolution of ["nodenext", "bundler"])
  check(`types under ${resolution}`, "npx", [
    "--no-install",
    "tsc",
    "--noEmit",
    "--strict",
    "--target",
    "es2022",
    "--module",
    resolution === "bundler" ? "esnext" : "nodenext",
    "--moduleResolution",
    resolution,
    "--types",
    "node",
    "main.ts",
    "raw.ts",
  ]);
check("hello-bucket synthesizes", "npx", ["--no-install", "tsx", "main.ts"]);
check("the command finds it inside", "npx", ["--no-install", "terroir", "check", "cdktf.out"]);
write(
  project,
  "us.tf.json",
  JSON.stringify({
    terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
    resource: { aws_s3_bucket: { b: { bucket: "b" } } },
  }),
);
check("and refuses what is not", "npx", ["--no-install", "terroir", "check", "us.tf.json"], 1);

const company = join(scratch, "company");
cpSync(join(root, "examples", "company-constructs"), company, { recursive: true, filter: (path) => !path.includes("node_modules") });
// The one project with the older library, as a user would have it.
const older = { cdktf: manifest.devDependencies["cdktf-frozen"] };
install(company, JSON.parse(readFileSync(join(company, "package.json"), "utf8")), [tarball("terroir-")], older);
check("a company's own constructs, with cdktf 0.21: their tests pass", "npm", ["test", "--silent"], 0, company);
check("and they are packed as the guide says", "npm", ["pack", "--silent"], 0, company);

const cli = join(project, "node_modules", ".bin", "terroir");
check("a new project is written and installed", cli, ["init", "shop", "--from", tarball("terroir-"), "--yes"], 0, scratch);
check("and rehearses at once", "npx", ["--no-install", "terroir", "rehearse"], 0, join(scratch, "shop"));

rmSync(scratch, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);

function install(folder, content, packages, library = { cdktf: manifest.devDependencies.cdktf }) {
  mkdirSync(folder, { recursive: true });
  const peers = { ...library, constructs: manifest.devDependencies.constructs };
  const tools = {
    tsx: manifest.devDependencies.tsx,
    typescript: manifest.devDependencies.typescript,
    "@types/node": manifest.devDependencies["@types/node"],
  };
  const others = (some) =>
    Object.fromEntries(Object.entries({ ...some }).filter(([name]) => name !== "terroir" && !Object.hasOwn(peers, name)));
  write(
    folder,
    "package.json",
    JSON.stringify(
      {
        ...content,
        dependencies: { ...others(content.dependencies), ...peers },
        devDependencies: { ...tools, ...others(content.devDependencies) },
      },
      null,
      2,
    ),
  );
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", ...packages], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function write(folder, file, text) {
  writeFileSync(join(folder, file), text);
}

function check(what, command, args, want = 0, cwd = project) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status === want) return process.stdout.write(`ok      ${what}\n`);
  failed++;
  process.stdout.write(`FAILED  ${what}: exit code ${status}, expected ${want}\n${stdout}${stderr}\n`);
}
