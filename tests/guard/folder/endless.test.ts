import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const call = (name: string, source: string): string => `module "${name}" {\n  source = "${source}"\n}\n`;

describe("code that no engine would come to an end with", () => {
  it("calls itself", () => {
    const code = readFolderOfCode(folderWith({ "main.tf": call("a", "./m"), "m/main.tf": call("b", "../m") + call("c", "../m") }));
    expect(code.endless).toMatch(/calls a module that it is in/);
    expect([...code.subjects].map(({ address }) => address)).toContain("module.a.module.b");
  });
  it("calls twice what calls twice, and is read in a moment", () => {
    const levels = Array.from({ length: 15 }, (_, at) => [
      `m${at}/main.tf`,
      at === 14 ? "" : call("a", `../m${at + 1}`) + call("b", `../m${at + 1}`),
    ]);
    const code = readFolderOfCode(folderWith({ "main.tf": call("m", "./m0"), ...Object.fromEntries(levels) }));
    expect(code.endless).toMatch(/more than 10000 modules/);
  });
  it.each(["values.auto.tfvars", ".terraform.lock.hcl", "more.tf"])("reads %s, which has no end", (name) => {
    const folder = folderWith({ "main.tf": "" });
    symlinkSync("/dev/zero", join(folder, name));
    expect(readFolderOfCode(folder).endless).toContain(name);
  });
  it.each([
    ["written", 'resource "terraform_data" "d" {\n  count = 1000000000\n}\n'],
    ["of a variable", 'variable "n" {\n  default = "1000000000"\n}\nresource "terraform_data" "d" {\n  count = var.n\n}\n'],
    ["in a module", 'module "m" {\n  source = "./m"\n  n = 1e9\n}\n'],
  ])("makes a billion of one block, and is read in a moment: %s", (_how, main) => {
    const inner = 'variable "n" {}\nresource "terraform_data" "d" {\n  count = var.n\n}\n';
    expect(readFolderOfCode(folderWith({ "main.tf": main, "m/main.tf": inner })).endless).toMatch(
      /terraform_data\.d has a count of 1000000000/,
    );
  });
  it.each(["loop", "loop/below", "main.tf/below", "x".repeat(5000)])(
    "is none that calls or reads a path where nothing can stand: %.20s",
    (path) => {
      const folder = folderWith({
        "main.tf": `${call("a", `./${path}`)}locals {\n  x = file("${path}")\n}\noutput "x" {\n  value = local.x\n}\n`,
      });
      for (const name of ["loop", "x.auto.tfvars", ".terraform.lock.hcl"]) symlinkSync(name, join(folder, name));
      const code = readFolderOfCode(folder);
      expect(code.endless).toBeUndefined();
      expect([...code.subjects].map(({ address }) => address)).toContain("module.a");
    },
  );
  it("is none that stands in files, a link to itself among them", () => {
    const folder = folderWith({ "main.tf": call("a", "./m"), "m/main.tf": "" });
    symlinkSync("loop.tf", join(folder, "loop.tf"));
    mkdirSync(join(folder, "folder.tf"));
    const code = readFolderOfCode(folder);
    expect(code.endless).toBeUndefined();
    expect([...code.subjects].find(({ kind }) => kind === "file")?.type).toBe("a link to nothing");
  });
  it("nests lists deeper than anybody writes, and is read in a moment", () => {
    const folder = folderWith({ "main.tf": `locals {\n  x = ${"[".repeat(3000)}${"]".repeat(3000)}\n}\n` });
    expect(readFolderOfCode(folder).endless).toBeUndefined();
  });
});
