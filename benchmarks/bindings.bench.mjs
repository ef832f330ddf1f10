// The bindings of OVHcloud beside what cdktf's own generator gives for the same schema: size, import, type check, creation.
// The stock side is generated and compiled once, with the options of cdktf's own project template, and kept in node_modules/.cache.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { compare, ms, report } from "./compare.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const { oracleOf, compiledOracle } = await tsImport("../tests/bindings/oracle.ts", import.meta.url);
const { sources } = await oracleOf("ovh");
const stock = await compiledOracle("ovh");
const ours = join(root, "bindings", "packages", "provider-ovh");
const cache = join(root, "node_modules", ".cache", "terroir");
mkdirSync(cache, { recursive: true });
const scratch = mkdtempSync(join(cache, "bench-"));

sizes();
imports();
typeChecks();
creation();
rmSync(scratch, { recursive: true });

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(?:js|d\.ts|json|md)$/.test(entry.name) && !entry.parentPath.slice(folder.length).includes("node_modules"),
    )
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
}

function sizes() {
  const total = (sizes) => sizes.reduce((sum, size) => sum + size, 0);
  const blocks = (sizes) => total(sizes.map((size) => Math.ceil(size / 4096) * 4096));
  const mb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  for (const [name, measure] of [
    ["bytes", total],
    ["blocks of 4 KiB", blocks],
  ]) {
    const [theirs, own] = [measure(filesBelow(stock)), measure(filesBelow(ours))];
    report(`bindings: times smaller, ${name}`, theirs / own, 8, { atLeast: true, detail: `${mb(own)} against ${mb(theirs)}` });
  }
}

/** Milliseconds that importing the index and making one resource add, the library being loaded already: the best run, since other work only adds. */
function added(program, type) {
  const runs = Array.from({ length: 15 }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, "-e", program], {
      cwd: root,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  });
  return Math.min(...runs);
}

function imports() {
  const use = `new index.cloudProjectKube.CloudProjectKube(stack, "k", { serviceName: "x", region: "GRA11" }).id; console.log(performance.now() - begun);`;
  const begin = `const stack = new TerraformStack(Testing.app(), "s"); new TerraformResource(stack, "warm", { terraformResourceType: "x" }); const begun = performance.now();`;
  const commonjs = (index) =>
    added(
      `const { TerraformResource, TerraformStack, Testing } = require("cdktf"); ${begin} const index = require(${JSON.stringify(index)}); ${use}`,
      "commonjs",
    );
  const esm = added(
    `import { TerraformResource, TerraformStack, Testing } from "cdktf"; ${begin} const index = await import("@cdktf/provider-ovh"); ${use}`,
    "module",
  );
  const own = commonjs("@cdktf/provider-ovh");
  const theirs = commonjs(join(stock, "index.js"));
  report("bindings: ms that the index and one class add, CommonJS", own, 15, { detail: `stock ${theirs.toFixed(0)} ms` });
  report("bindings: ms that the index and one class add, ES module", esm, 15);
}

function typeChecks() {
  const program = (index) => `import { App, TerraformStack } from "cdktf";
import { cloudProjectKube } from "${index}";
const app = new App();
new cloudProjectKube.CloudProjectKube(new TerraformStack(app, "s"), "k", { region: "GRA11", serviceName: "x" });
app.synth();
`;
  const alone = `import { App, TerraformStack } from "cdktf";\nconst app = new App();\nnew TerraformStack(app, "s");\napp.synth();\n`;
  const compilers = {
    current: dirname(require.resolve("typescript/package.json")),
    former: dirname(createRequire(require.resolve("jsii/package.json")).resolve("typescript/package.json")),
  };
  const cdktn = [require.resolve("cdktf").replace(/\.js$/, ".d.ts")];
  for (const [which, compiler] of Object.entries(compilers)) {
    const { version } = require(join(compiler, "package.json"));
    const command = (name, text) => {
      const project = join(scratch, `${which}-${name}`);
      mkdirSync(project);
      writeFileSync(join(project, "main.ts"), text);
      const compilerOptions = {
        ...{ strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler" },
        ...{ skipLibCheck: true, types: [], paths: { cdktn } },
      };
      writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
      return [process.execPath, join(compiler, "bin", "tsc"), "-p", project];
    };
    const own = command("ours", program("@cdktf/provider-ovh"));
    const options = { runs: 5 };
    const generated = compare(own, command("generated", program(join(sources, "index"))), options);
    report(`bindings: type check / that of what \`cdktf get\` writes, TypeScript ${version}`, generated.ratio, 0.333, {
      detail: `${ms(generated.ours)} against ${ms(generated.theirs)}`,
    });
    const compiled = compare(own, command("compiled", program(join(stock, "index"))), options);
    const base = compare(own, command("alone", alone), options);
    report(
      `bindings: type check beyond the library's own / the same compiled, TypeScript ${version}`,
      (base.ours - base.theirs) / (compiled.theirs - base.theirs),
      0.4,
      {
        detail: `library ${ms(base.theirs)}, ours ${ms(compiled.ours)}, compiled ${ms(compiled.theirs)}`,
      },
    );
  }
}

function creation() {
  const program = (
    index,
  ) => `const { TerraformStack, Testing } = require("cdktf"); const { CloudProjectKube } = require(${JSON.stringify(index)}).cloudProjectKube;
const stack = new TerraformStack(Testing.app(), "s");
for (let i = 0; i < 10000; i++) new CloudProjectKube(stack, "k" + i, { serviceName: "x", region: "GRA11", timeouts: { create: "1m" } });`;
  const [own, theirs] = ["@cdktf/provider-ovh", join(stock, "index.js")].map((index) => [
    process.execPath,
    "--input-type=commonjs",
    "-e",
    program(index),
  ]);
  const { ours: mine, theirs: other, ratio } = compare(own, theirs, { runs: 5, options: { cwd: root }, theirOptions: { cwd: root } });
  report("bindings: 10,000 resources made / stock", ratio, 1, { detail: `${ms(mine)} against ${ms(other)}, process included` });
}
