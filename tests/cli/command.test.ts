import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { program } from "../../cli/program.ts";
import { builtInRules } from "../../guard/index.ts";
import { modulesIn, ROOT } from "../architecture/house.ts";
import { COMMAND, folderWith, terroir, terroirHere } from "./terroir.ts";

const commands = (await program(() => {})).commands;
const paths = commands.flatMap((command) => [[command.name()], ...command.commands.map((sub) => [command.name(), sub.name()])]);

describe("usage", () => {
  it.each(paths.map((path) => [path]))("%j says what it does", async (path) => {
    const { code, stdout } = await terroirHere([...path, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: terroir ${path.join(" ")}`));
  });

  it.each<[readonly string[], RegExp]>([
    [[], /Usage: terroir/],
    [["chek"], /unknown command 'chek'[\s\S]*Did you mean check\?/],
    [["check", "--frmat", "json"], /unknown option '--frmat'[\s\S]*Did you mean --format\?/],
    [["check", "--format", "xml"], /Allowed choices are text, json, sarif, github, markdown/],
    [["new", "rule"], /missing required argument 'id'/],
    [["regions", "why"], /missing required argument 'region'/],
    [["catalogue", "refresh"], /missing required argument 'file'/],
  ])("ends with 2 for %j", async (args, says) => {
    const { code, stdout, stderr } = await terroirHere(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  it("says it in a process of its own as well", async () => {
    expect(terroir(["check", "--help"])).toEqual(await terroirHere(["check", "--help"]));
  });

  it("says its version", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(terroir(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("terroir regions", () => {
  it("lists every region with its standing", () => {
    const { code, stdout } = terroir(["regions", "--json", "--cloud", "ovh"]);
    expect(code).toBe(0);
    const rows = JSON.parse(stdout) as readonly { place: string; country: string; approved: boolean }[];
    expect(rows.find(({ place }) => place === "ovh:GRA11")).toMatchObject({ country: "FR", approved: true });
    for (const place of ["ovh:UK1", "ovh:BHS5", "ovh:EU-WEST-LZ-MNC-A", "ovh:EU-WEST-LZ-ZRH-A", "ovh:EU-NORTH-LZ-OSL-A"])
      expect(rows.find((row) => row.place === place)).toMatchObject({ approved: false });
  });

  it("finds a city in any cloud, and prints columns without frames", () => {
    const { stdout } = terroir(["regions", "search", "paris"]);
    expect(stdout).toMatch(/ovh:EU-WEST-PAR +Paris +FR/);
    expect(stdout).toMatch(/outscale:eu-west-2 +Paris +FR/);
    expect(stdout).not.toMatch(/[│─]/);
    expect(stdout).not.toContain("\u001b");
  });

  it("takes a word that is no command for what somebody looks for", () => {
    expect(terroir(["regions", "paris"])).toEqual(terroir(["regions", "search", "paris"]));
  });

  it.each([
    ["GRA99", /^No region "GRA99" is known, .*The nearest approved: ovh:GRA\d+, /],
    ["cloudwatt", /^Cloudwatt is closed since 2020-01-31: /],
  ])("says what is near when nothing resembles %s", (text, says) => {
    for (const command of [["regions"], ["regions", "search"]]) {
      const { code, stdout, stderr } = terroir([...command, text]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(says);
    }
    expect(terroir(["regions", "search", text, "--json"])).toMatchObject({ code: 0, stdout: "[]\n" });
  });

  it.each<[string, 0 | 1 | 2, RegExp]>([
    ["ovh:GRA11", 0, /^in {3}ovh:GRA11: .*France/],
    ["eu-west-2", 0, /^in {3}outscale:eu-west-2: /m],
    ["ovh:UK1", 1, /^out {2}ovh:UK1: .*United Kingdom.*\n +nearest inside: ovh:/],
    ["ovh:eu-west-eri", 1, /United Kingdom/],
    ["GRA99", 2, /^No region "GRA99" is known, and what is not known is refused\. The nearest approved: ovh:GRA\d+, /],
    ["ovh:GRA99", 2, /^No region "GRA99" is known of ovh, /],
    ["cloudwatt", 2, /^Cloudwatt is closed since 2020-01-31: /],
    ["nosuch:x", 2, /^No cloud is called "nosuch"\. Choose one of: [a-z, ]*ovh, /],
  ])("says why %s is in or out", async (place, code, says) => {
    const { code: ended, stdout, stderr } = await terroirHere(["regions", "why", place]);
    expect(ended).toBe(code);
    expect(code === 2 ? stderr : stdout).toMatch(says);
  });

  it("asks the policy that it is given", () => {
    const cwd = folderWith({ "policy.json": { name: "germany", countries: ["DE"] } });
    expect(terroir(["regions", "why", "ovh:GRA11", "--policy", "policy.json"], { cwd }).code).toBe(1);
  });
});

describe("terroir explain", () => {
  it.each(builtInRules.map(({ id }) => id))("prints the page of %s, as the documentation has it", async (id) => {
    const { code, stdout } = await terroirHere(["explain", id]);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(join(ROOT, "docs", "rules", `${id}.md`), "utf8"));
    expect(stdout).toMatch(/\*\*Why\.\*\*[\s\S]*## Avoid[\s\S]*## Prefer/);
  });

  it("lists all rules, and helps with a slip of the pen", () => {
    expect(terroir(["explain"]).stdout.trim().split("\n")).toHaveLength(builtInRules.length);
    expect(terroir(["explain", "residency/regoin"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'There is no rule, profile or control "residency/regoin". The nearest: residency/region, residency/replica, residency/cdn. `terroir explain` lists the rules, `terroir profiles` the profiles. Rules of your own are found by the policy that has them: --policy FILE, or terroir.policy.ts here.\n',
    });
  });

  it("says what a control asks, and which rules answer it", () => {
    expect(terroir(["explain", "GEO-5"]).stdout).toMatch(/^# GEO-5\n\nNo default means every region\.\n[\s\S]*residency\/cdn/);
    expect(terroir(["explain", "SecNumCloud:10.2"]).stdout).toMatch(/\*\*In the profile\*\* secnumcloud\.[\s\S]*encryption\/in-transit/);
    expect(JSON.parse(terroir(["explain", "GEO-5", "--json"]).stdout)).toMatchObject({ id: "GEO-5", askedBy: ["HDS:EXI-28"] });
  });
});

describe("terroir catalogue", () => {
  const schemaOf = (more: object) => ({
    format_version: "1.0",
    provider_schemas: {
      "registry.terraform.io/ovh/ovh": {
        provider: { version: 0, block: {} },
        resource_schemas: {
          ovh_cloud_project_storage: { version: 0, block: { attributes: { name: { type: "string", required: true } } } },
          ...more,
        },
        data_source_schemas: {},
      },
    },
  });

  it("says what a newer schema brings, and ends with 1 while something has no placement", () => {
    const cwd = folderWith({
      "new.json": schemaOf({ ovh_quantum_computer: { version: 0, block: { attributes: { region: { type: "string", required: true } } } } }),
    });
    const { code, stdout } = terroir(["catalogue", "refresh", "new.json", "--output", "schemas"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ovh\/ovh \(ovh\): 2\.19\.0 → release unknown$/m);
    expect(stdout).toMatch(/^ {2}new resource ovh_quantum_computer$/m);
    expect(stdout).toMatch(/^ {2}gone resource ovh_cloud_project_kube$/m);
    expect(stdout).toMatch(/^ {2}changed resource ovh_cloud_project_storage: -/m);
    expect(stdout).toMatch(/^ {2}not classified: resource ovh_quantum_computer has no placement$/m);
    expect(JSON.parse(readFileSync(join(cwd, "schemas", "ovh", "schema.json"), "utf8"))).toMatchObject({
      source: "registry.terraform.io/ovh/ovh",
    });
  });

  it("is content when all is classified", () => {
    const cwd = folderWith({ "old.json": schemaOf({}) });
    const { code, stdout } = terroir(["catalogue", "refresh", "old.json", "--json"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ source: "ovh/ovh", cloud: "ovh", unclassified: [] }]);
  });

  it("shows what it holds", () => {
    const { clouds } = JSON.parse(terroir(["catalogue", "show", "--json"]).stdout) as { clouds: readonly object[] };
    expect(clouds).toContainEqual(
      expect.objectContaining({ cloud: "ovh", provider: "ovh/ovh", resources: 169, dataSources: 225, unclassified: 0 }),
    );
    expect(clouds).toHaveLength(10);
  });
});

describe("terroir complete", () => {
  const words = (...line: readonly string[]) =>
    terroir(["complete", "--", ...line])
      .stdout.split("\n")
      .filter((one) => one !== "" && !one.startsWith(":"));

  it.each(["bash", "zsh", "fish"])("prints a script for %s", (shell) => {
    const { code, stdout } = terroir(["complete", shell]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/terroir/);
  });

  it.each<[readonly string[], readonly string[]]>([
    [[""], ["init", "check", "rehearse", "explain"]],
    [
      ["regions", ""],
      ["list", "search", "why"],
    ],
    [
      ["check", "--format", ""],
      ["text", "json", "sarif", "github", "markdown"],
    ],
    [
      ["explain", "res"],
      ["residency/region", "residency/replica"],
    ],
    [
      ["regions", "why", "ovh:GRA1"],
      ["ovh:GRA1", "ovh:GRA11"],
    ],
  ])("completes %j", (line, expected) => {
    expect(words(...line).map((one) => one.split("\t")[0])).toEqual(expect.arrayContaining([...expected]));
  });

  it("gives shells one line each, with no sign that they would act on", () => {
    for (const line of [...words(""), ...words("check", "--"), ...words("rehearse", "--"), ...words("init", "--")])
      expect(line).toMatch(/^[\w:/.-]+(?:\t[\w ,.;:/-]*)?$/);
  });

  it("works in a bash that has nothing but itself", () => {
    const bin = folderWith({ terroir: `#!/bin/sh\nexec "${COMMAND[0]}" "${COMMAND[1]}" "$@"\n` });
    chmodSync(join(bin, "terroir"), 0o755);
    const line =
      'COMP_WORDS=(terroir che) COMP_CWORD=1 COMP_LINE="terroir che" COMP_POINT=11; __terroir_complete 2>/dev/null; echo "${COMPREPLY[*]}"';
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", `source <(terroir complete bash); ${line}`], {
      encoding: "utf8",
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"]}` },
    });
    expect([stdout, stderr]).toEqual(["check\n", ""]);
  });
});

describe("manners", () => {
  it("ends quietly when nobody reads on", () => {
    const cwd = folderWith({ "plan.json": { format_version: "1.2", planned_values: {}, resource_changes: [] } });
    const { stderr } = spawnSync("bash", ["-c", `"${COMMAND[0]}" "${COMMAND[1]}" regions --json | head -c 10`], { cwd, encoding: "utf8" });
    expect(stderr).toBe("");
  });

  it("loads neither the library nor the rehearsal for a check", () => {
    const modules = new Map(
      modulesIn("catalogue", "clouds", "guard", "evidence", "constructs", "stacks", "engines", "rehearsal", "cli").map((one) => [
        one.file,
        one,
      ]),
    );
    const lazy = (file: string): ReadonlySet<string> =>
      new Set([...readFileSync(join(ROOT, file), "utf8").matchAll(/\bimport\(\s*"([^"]+)"/g)].map((match) => match[1] ?? ""));
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const later = lazy(file);
      for (const { specifier, target } of modules.get(file)?.imports ?? [])
        if (target !== undefined && !later.has(specifier)) visit(target);
    };
    visit("cli/main.ts");
    visit("cli/actions/check.ts");
    expect(seen.size).toBeGreaterThan(100);
    expect([...seen].filter((file) => /^(?:constructs|stacks|rehearsal|engines|bindings)\//.test(file) && modules.has(file))).toEqual([]);
  });

  it.each(["text", "json", "sarif", "github", "markdown"])("loads no cdktf for a check that prints %s, as it ships", (format) => {
    const cwd = folderWith({
      "plan.tf.json": { resource: {} },
      "hook.cjs":
        'process.on("exit", () => console.error(Object.keys(require.cache).filter((file) => /cdkt/.test(file)).length, "of cdktf"));',
    });
    const { stderr } = terroir(["check", "plan.tf.json", "--format", format], { cwd, env: { NODE_OPTIONS: "--require ./hook.cjs" } });
    expect(stderr).toBe("0 of cdktf\n");
  });
});
