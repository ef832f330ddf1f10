import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { checkout, tarballOf } from "../../cli/actions/init.ts";
import { ROOT } from "../architecture/house.ts";
import { filesIn, folderWith, projectWith, terroir } from "./terroir.ts";

describe("terroir new", () => {
  it("writes a rule, a construct and a cloud that compile and whose tests pass", () => {
    const cwd = projectWith("", {
      "tsconfig.json": {
        extends: join(ROOT, "tsconfig.json"),
        compilerOptions: { allowImportingTsExtensions: true },
        include: ["*.ts", "acme-cloud"],
        exclude: ["node_modules"],
      },
      "vitest.config.mjs":
        'export default { resolve: { conditions: ["terroir-source"] }, ssr: { resolve: { conditions: ["terroir-source", "node", "import", "default"] } } };',
    });
    const before = filesIn(cwd);
    for (const args of [
      ["cloud", "acme-cloud"],
      ["rule", "acme/buckets-keep-versions"],
      ["construct", "patient-archive"],
    ])
      expect(terroir(["new", ...args], { cwd }).code).toBe(0);
    const written = filesIn(cwd).filter((name) => !before.includes(name));
    expect(written).toEqual(
      expect.arrayContaining([
        "buckets-keep-versions.ts",
        "patient-archive.test.ts",
        join("acme-cloud", "index.ts"),
        join("acme-cloud", "lower", "bucket.ts"),
      ]),
    );
    for (const name of written)
      expect(readFileSync(join(cwd, name), "utf8")).not.toMatch(/__[A-Z]+__|from "(?!terroir|vitest|constructs|node:|\.)/);

    const types = spawnSync(process.execPath, [join(ROOT, "node_modules", "typescript", "bin", "tsc"), "-p", "."], {
      cwd,
      encoding: "utf8",
    });
    const own = types.stdout.split("\n").filter((line) => line !== "" && !line.startsWith("..") && !line.startsWith(" "));
    expect(own).toEqual([]);
    const tests = spawnSync(process.execPath, [join(ROOT, "node_modules", "vitest", "vitest.mjs"), "run", "--reporter=json"], {
      cwd,
      encoding: "utf8",
    });
    expect(JSON.parse(tests.stdout.slice(tests.stdout.indexOf("{")))).toMatchObject({
      success: true,
      numTotalTestSuites: expect.any(Number) as number,
      numFailedTests: 0,
    });
  });

  it("notices in a new cloud what nobody has said where it is", () => {
    const cwd = folderWith({});
    terroir(["new", "cloud", "acme"], { cwd });
    const schema = join(cwd, "acme", "schema.json");
    writeFileSync(schema, readFileSync(schema, "utf8").replace('"acme_account"', '"acme_vault"'));
    expect(terroir(["catalogue", "refresh", schema], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /acme\/acme: no cloud of the catalogue has this provider[\s\S]*not classified: data source acme_vault has no placement/,
      ) as string,
    });
  });

  it.each([
    [["rule", "buckets"], '"buckets" is no rule\'s id. An id is a family and a promise, such as acme/buckets-keep-30-days.'],
    [
      ["rule", "../../etc/passwd"],
      '"../../etc/passwd" is no rule\'s id. An id is a family and a promise, such as acme/buckets-keep-30-days.',
    ],
    [["construct", "Ledger"], '"Ledger" is no name for a construct. Use a noun in kebab-case, such as ledger or patient-archive.'],
    [["cloud", "../acme"], '"../acme" is no name for a cloud. Use a short name in kebab-case, such as acme-cloud.'],
  ])("refuses the name in %j", (args, says) => {
    const cwd = folderWith({});
    expect(terroir(["new", ...args], { cwd })).toEqual({ code: 2, stdout: "", stderr: `${says}\n` });
    expect(filesIn(cwd)).toEqual([]);
  });

  it("overwrites nothing, and then writes nothing at all", () => {
    const cwd = folderWith({ "ledger.test.ts": "mine" });
    const { code, stderr } = terroir(["new", "construct", "ledger"], { cwd });
    expect([code, stderr]).toEqual([
      2,
      ". already has ledger.test.ts. Nothing was written: choose an empty folder, or move it away first.\n",
    ]);
    expect(filesIn(cwd)).toEqual(["ledger.test.ts"]);
    expect(readFileSync(join(cwd, "ledger.test.ts"), "utf8")).toBe("mine");
  });
});

describe("terroir init", () => {
  const FILES = [".gitignore", "README.md", "cdktf.json", "main.ts", "package.json", "tsconfig.json"];

  it.each([
    ["gitlab", ".gitlab-ci.yml"],
    ["github", join(".github", "workflows", "terroir.yml")],
    ["forgejo", join(".forgejo", "workflows", "terroir.yml")],
    ["none", undefined],
  ])("writes a project with %s's pipeline, or none", (ci, pipeline) => {
    const cwd = folderWith({});
    const { code, stdout } = terroir(["init", "shop", "--ci", ci, "--no-install", "-y"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("cd shop\n  npm install\n  npx terroir rehearse");
    expect([...filesIn(join(cwd, "shop"))].sort()).toEqual([...FILES, ...(pipeline === undefined ? [] : [pipeline])].sort());
    if (pipeline === undefined) return;
    const text = readFileSync(join(cwd, "shop", pipeline), "utf8");
    expect(text).toMatch(/^# Generated by `terroir ci/);
    expect(text).toMatch(/npx terroir rehearse cdktf\.out|npx terroir check cdktf\.out/);
    expect(text).not.toMatch(/terroir deploy|SIGNING_KEY/);
  });

  it.each([
    ["cdktn", "npm:cdktn@0.24.0"],
    ["cdktf", "0.21.0"],
  ])("pins everything, with %s as its library", (library, pinned) => {
    const cwd = folderWith({});
    terroir(["init", ".", "--name", "shop", "--library", library, "--region", "ovh:SBG5", "--no-install", "-y"], { cwd });
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const { terroir: own, ...others } = dependencies ?? {};
    expect(others["cdktf"]).toBe(pinned);
    expect(own).toBe(`file:${ROOT}`);
    for (const version of Object.values({ ...others, ...devDependencies })) expect(version).toMatch(/^(?:npm:cdktn@)?\d+\.\d+\.\d+$/);
    expect(readFileSync(join(cwd, "main.ts"), "utf8")).toContain('{ at: ovh("SBG5") }');
    expect(readFileSync(join(cwd, ".gitignore"), "utf8")).toMatch(/^\*\.tfstate$/m);
  });

  it("starts a project on the tarball that it was installed from, where npm says so", () => {
    const cwd = folderWith({
      "shop/node_modules/.package-lock.json": {
        packages: {
          "node_modules/terroir": { resolved: "file:../terroir-0.1.0.tgz" },
          "node_modules/other": { resolved: "file:../gone.tgz" },
        },
      },
      "terroir-0.1.0.tgz": "",
    });
    expect(tarballOf(join(cwd, "shop", "node_modules", "terroir"))).toBe(`file:${join(cwd, "terroir-0.1.0.tgz")}`);
    expect(tarballOf(join(cwd, "shop", "node_modules", "other"))).toBeUndefined();
    expect(tarballOf(join(cwd, "elsewhere", "node_modules", "terroir"))).toBeUndefined();
  });

  it("starts a project on its own version where it is installed, and on the checkout where it is one", () => {
    expect(checkout(join(sep, "home", "shop", "node_modules", "terroir"))).toBeUndefined();
    expect(checkout(join(sep, "home", "terroir"))).toBe(`file:${join(sep, "home", "terroir")}`);
  });

  it("writes a project that synthesizes and is inside", () => {
    const cwd = projectWith("");
    terroir(["init", "shop", "--no-install", "-y"], { cwd });
    const { code } = terroir(["synth", "-a", `"${process.execPath}" --import tsx --conditions=terroir-source main.ts`], {
      cwd: join(cwd, "shop"),
    });
    expect(code).toBe(0);
    expect(terroir(["check"], { cwd: join(cwd, "shop") }).code).toBe(0);
  });

  it.each([
    [
      "ovh:GRA99",
      'ovh has no region "GRA99" that we know. The nearest in the EU: GRA9, GRA11, GRA7. All of them: terroir regions list --cloud ovh.',
    ],
    ["ovh:BHS5", /^ovh:BHS5 is in Beauharnois \(CA\), outside the EU\. The nearest regions of ovh inside: .+\.$/],
    ["cloudwatt:fr1", /^Cloudwatt is closed since 2020-01-31: .* Choose one of: ovh, .*outscale.*\.$/],
    ["GRA11", '"GRA11" is no place. A place is a cloud and one of its regions, such as ovh:GRA11.'],
  ])("starts nothing in %s", (region, says) => {
    const cwd = folderWith({});
    const { code, stdout, stderr } = terroir(["init", "shop", "--region", region, "--no-install", "-y"], { cwd });
    expect([code, stdout, filesIn(cwd)]).toEqual([2, "", []]);
    if (typeof says === "string") expect(stderr).toBe(`${says}\n`);
    else expect(stderr.trim()).toMatch(says);
  });

  it("overwrites nothing", () => {
    const cwd = folderWith({ "main.ts": "mine" });
    expect(terroir(["init", ".", "--name", "shop", "--no-install", "-y"], { cwd }).code).toBe(2);
    expect(filesIn(cwd)).toEqual(["main.ts"]);
  });
});
