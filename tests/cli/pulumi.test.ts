import { expect, it } from "vitest";
import { exported, ovhProvider, preview, state } from "../guard/pulumi/documents.ts";
import { folderWith, terroir } from "./terroir.ts";

const network = (region: string) => state("ovh:CloudProject/networkPrivate:NetworkPrivate", "n", { serviceName: "abc", regions: [region] });
const cwd = folderWith({
  "in.json": preview([ovhProvider(), network("GRA11")]) as object,
  "out.json": preview([ovhProvider(), network("BHS5")]) as object,
  "stack.json": exported([ovhProvider(), network("BHS5")]) as object,
  "part.json": preview([ovhProvider()], { changeSummary: { create: 1, same: 2 } }) as object,
});

it.each<[file: string, code: number, says: string]>([
  ["in.json", 0, "inside"],
  ["out.json", 1, "BHS5"],
  ["stack.json", 1, "BHS5"],
  ["part.json", 2, "--show-sames"],
])("judges %s", (file, code, says) => {
  const ended = terroir(["check", file, "--views"], { cwd });
  expect([ended.code, ended.stdout + ended.stderr]).toEqual([code, expect.stringContaining(says)]);
});

it("judges a preview from a pipe", () => {
  const ended = terroir(["check", "-"], { cwd, input: JSON.stringify(preview([ovhProvider(), network("BHS5")])) });
  expect([ended.code, ended.stdout]).toEqual([1, expect.stringContaining("Beauharnois")]);
});
