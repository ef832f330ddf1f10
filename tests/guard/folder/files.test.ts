import { execFileSync, spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import { termOf } from "../../../guard/values/json-term.ts";
import { settle } from "../../../guard/values/settle.ts";
import { filesOf } from "../../../guard/views/folder/disk.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const head = 'terraform {\n  required_providers {\n    hcloud = { source = "hetznercloud/hcloud" }\n  }\n}\n';
const server = (location: string, more = "") =>
  `${head}resource "hcloud_server" "s" {\n  ${more}\n  name = "s"\n  server_type = "cx22"\n  image = "debian-12"\n  location = ${location}\n}\n`;

function verdicts(folder: string): Readonly<Record<string, string>> {
  const report = judge([readFolderOfCode(folder)], defaultPolicy, { rules: ["residency"] });
  return Object.fromEntries(report.resources.map(({ address, verdict }) => [address, verdict]));
}

const each = 'for_each = { for s in yamldecode(file("servers.yaml")).servers : s.name => s }';

describe("a place that a file says", () => {
  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ["as it is", { "main.tf": server('trimspace(file("where"))'), where: "ash\n" }, { "hcloud_server.s": "outside" }],
    ["in JSON", { "main.tf": server('jsondecode(file("p.json")).at'), "p.json": '{"at": "fsn1"}' }, { "hcloud_server.s": "inside" }],
    [
      "in YAML, one for each instance",
      {
        "main.tf": server("each.value.location", each),
        "servers.yaml": "servers:\n  - {name: a, location: fsn1}\n  - name: b\n    location: ash\n",
      },
      { 'hcloud_server.s["a"]': "inside", 'hcloud_server.s["b"]': "outside" },
    ],
    [
      "in YAML by an anchor",
      { "main.tf": server('yamldecode(file("p.yaml")).b.at'), "p.yaml": "a: &a {at: ash}\nb: *a\n" },
      { "hcloud_server.s": "outside" },
    ],
    [
      "in a template",
      { "main.tf": server('templatefile("p.tftpl", { at = "as" })'), "p.tftpl": "${at}h" },
      { "hcloud_server.s": "outside" },
    ],
    [
      "in a file of the module",
      {
        "main.tf": 'module "m" {\n  source = "./modules/m"\n}\n',
        "modules/m/main.tf": server('file("${path.module}/where")'),
        "modules/m/where": "hil",
        where: "fsn1",
      },
      { "module.m.hcloud_server.s": "outside" },
    ],
    [
      "in one file for each instance",
      {
        "main.tf": server('yamldecode(file("s/${each.key}")).at', 'for_each = fileset("s", "*.yaml")'),
        "s/a.yaml": "at: fsn1",
        "s/b.yaml": "at: hil",
        "s/c.txt": "",
      },
      { 'hcloud_server.s["a.yaml"]': "inside", 'hcloud_server.s["b.yaml"]': "outside" },
    ],
    [
      "where a file may be or not",
      { "main.tf": server('fileexists("p") ? file("p") : "fsn1"'), p: "ash" },
      { "hcloud_server.s": "outside" },
    ],
    ["where there is no such file", { "main.tf": server('fileexists("p") ? file("p") : "fsn1"') }, { "hcloud_server.s": "inside" }],
    ["in a file that is not there", { "main.tf": server('file("p")') }, { "hcloud_server.s": "undecided" }],
    ["in a file of the machine", { "main.tf": server('file("/etc/hostname")') }, { "hcloud_server.s": "undecided" }],
    ["in the user's folder", { "main.tf": server('file("~/where")') }, { "hcloud_server.s": "undecided" }],
    ["in YAML that is none", { "main.tf": server('yamldecode(file("p")).at'), p: "at: [ash" }, { "hcloud_server.s": "undecided" }],
    ["in YAML, twice", { "main.tf": server('yamldecode(file("p")).at'), p: "at: fsn1\nat: ash\n" }, { "hcloud_server.s": "undecided" }],
    [
      "in a template with directives",
      { "main.tf": server('templatefile("p", {})'), p: "%{ if true }ash%{ endif }" },
      { "hcloud_server.s": "outside" },
    ],
    [
      "in a template with directives, of two that are not known",
      { "main.tf": server('templatefile("p", { x = terraform.workspace })'), p: '%{ if x == "a" }ash%{ else }fsn1%{ endif ~}\n' },
      { "hcloud_server.s": "outside" },
    ],
    [
      "in the lines of a template",
      { "main.tf": server('trimspace(templatefile("p", { at = ["fsn1"] }))'), p: "%{ for x in at ~}\n  ${x}\n%{ endfor ~}\n" },
      { "hcloud_server.s": "inside" },
    ],
    ["in a digest of a file", { "main.tf": server('filesha1("p") == "x" ? "ash" : "fsn1"'), p: "a" }, { "hcloud_server.s": "inside" }],
    [
      "in a digest of a file that is not there",
      { "main.tf": server('filemd5("p") == "x" ? "ash" : "fsn1"') },
      { "hcloud_server.s": "outside" },
    ],
    [
      "in a heredoc",
      { "main.tf": server("trimspace(<<-EOT\n    %{ if true ~}\n    hil\n    %{ endif ~}\n  EOT\n  )") },
      { "hcloud_server.s": "outside" },
    ],
  ])("%s", (_, files, expected) => {
    expect(verdicts(folderWith(files))).toMatchObject(expected);
  });

  it("is not read through a link that leaves the folder", () => {
    const folder = folderWith({ "main.tf": server('file("where")') });
    symlinkSync(join(folderWith({ secret: "fsn1" }), "secret"), join(folder, "where"));
    expect(verdicts(folder)["hcloud_server.s"]).toBe("undecided");
  });

  it("is not read from what is no file, or too large", () => {
    const folder = folderWith({ "a/b": "", large: "x".repeat(1024 * 1024 + 1) });
    const { text } = filesOf(folder);
    expect([text("a"), text("large")].map(({ kind }) => kind)).toEqual(["unknown", "unknown"]);
  });
});

const YAML = `strings: [fsn1, "ash", 'hil', 1.2.3, 10.0.0.0/16, eu-de-01, de/txl, {a: b}]
block: |
  two
  lines
numbers: [1, -2, 3.5, 0]
truths: [true, false, null, ~]
empty:
nested: {list: [{at: sin}]}
1: number as a key
`;

const EXPRESSIONS = [
  'yamldecode(file("a.yaml"))',
  'file("plain.txt")',
  'fileset("s", "**/*.yaml")',
  'fileset("s", "*.{yaml,txt}")',
  'fileset(".", "s/?.yaml")',
  'fileexists("plain.txt")',
  'templatefile("t.tftpl", { at = "fsn1", list = ["a"] })',
  'basename("a/b.yaml")',
  'dirname("a/b.yaml")',
  'dirname("b.yaml")',
  'title("hello big world")',
];

describe("what files say", () => {
  const folder = folderWith({
    "a.yaml": YAML,
    "plain.txt": "fsn1\n",
    "s/a.yaml": "",
    "s/deep/b.yaml": "",
    "s/c.txt": "",
    "t.tftpl": 'at ${at}: ${upper(list[0])} ${file("plain.txt")}',
  });
  const engine = ["terraform", "tofu"].find((name) => spawnSync(name, ["version"]).status === 0) ?? "no engine is on the path";
  const output = execFileSync(engine, ["console"], {
    cwd: folder,
    input: `base64encode(jsonencode([${EXPRESSIONS.join(", ")}]))\n`,
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: "/dev/null" },
  });
  const answers = JSON.parse(Buffer.from(output.trim().slice(1, -1), "base64").toString("utf8")) as unknown[];

  it.each(EXPRESSIONS.map((expression, index) => [expression, answers[index]] as const))(
    "is what the engine reads: %s",
    (expression, answer) => {
      const value = settle(termOf(`\${${expression}}`, { scope: { root: () => undefined, files: filesOf(folder) } }));
      expect(value).toMatchObject({ kind: "known", value: answer });
    },
  );

  it.each(["no", "NO", "on", "0o7", "0x1f", "1_000", ".inf", "1e3", "2024-01-01", "+1", "!!int 1", "!x y"])(
    "is not guessed where readers of YAML differ: %s",
    (word) => {
      expect(filesOf(folder).yaml(`a: ${word}`)).toMatchObject({ kind: "object" });
      const term = termOf(`\${yamldecode("a: ${word}").a}`, { scope: { root: () => undefined, files: filesOf(folder) } });
      expect(settle(term).kind).toBe("unknown");
    },
  );
});
