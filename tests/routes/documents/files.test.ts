import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../guard/errors.ts";
import { defaultPolicy, judge, readSynthesized } from "../../../guard/index.ts";
import { CANADA, cluster, judgedFolder, program, refused } from "./document.ts";
import { BROKEN, FILES } from "./files.ts";

it("lets a program alone in its folder through", () => {
  expect(refused(judgedFolder({ "cdk.tf.json": program(cluster()), "readme.md": "x" }))).toEqual([]);
});

describe("refuses", () => {
  it.each(Object.entries(FILES))("%s", (_name, [rule, files]) => {
    const report = judgedFolder(files);
    expect(refused(report).map((finding) => finding.rule)).toContain(rule);
    expect(report.verdict).toBe("refused");
  });
});

describe("does not judge", () => {
  it.each(Object.entries(BROKEN))("%s", (_name, files) => {
    expect(() => judgedFolder(files)).toThrow(InputError);
  });
});

describe("links", () => {
  const within = (act: (folder: string, outside: string) => void) => {
    const root = mkdtempSync(join(tmpdir(), "terroir-links-"));
    const [folder, outside] = [join(root, "out"), join(root, "outside")];
    try {
      for (const one of [join(folder, "stacks", "s"), outside]) mkdirSync(one, { recursive: true });
      writeFileSync(join(folder, "stacks", "s", "cdk.tf.json"), JSON.stringify(program(cluster())));
      writeFileSync(join(outside, "cdk.tf.json"), JSON.stringify(program(cluster({ region: CANADA }))));
      act(folder, outside);
      return judge(readSynthesized(folder), defaultPolicy);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };

  it.each<[string, string, (folder: string, outside: string) => void]>([
    [
      "a file that is a link",
      "execution/opaque",
      (to, from) => symlinkSync(join(from, "cdk.tf.json"), join(to, "stacks", "s", "x.tf.json")),
    ],
    ["a file that is a link to nothing", "execution/opaque", (to) => symlinkSync("nowhere", join(to, "stacks", "s", "x.tf.json"))],
    ["a stack that is a link", "residency/region", (to, from) => symlinkSync(from, join(to, "stacks", "t"))],
    [
      "a variables' file that is a link",
      "execution/opaque",
      (to, from) => symlinkSync(join(from, "cdk.tf.json"), join(to, "stacks", "s", "terraform.tfvars.json")),
    ],
  ])("refuses %s", (_name, rule, act) => {
    expect(refused(within(act)).map((finding) => finding.rule)).toContain(rule);
  });
});
