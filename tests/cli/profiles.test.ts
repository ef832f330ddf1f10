import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtInProfiles } from "../../guard/index.ts";
import { ROOT } from "../architecture/house.ts";
import { bucketIn } from "../evidence/bucket.ts";
import { folderWith, terroir } from "./terroir.ts";

describe("terroir profiles", () => {
  it("lists every profile with what it is", () => {
    const { code, stdout } = terroir(["profiles"]);
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(builtInProfiles.map(({ id }) => id));
    expect(stdout).toMatch(/^cada-level-4 .*a proposal, not law$/m);
    expect(JSON.parse(terroir(["profiles", "--json"]).stdout)).toHaveLength(builtInProfiles.length);
  });

  it("explains one, as the documentation has it", () => {
    const { code, stdout } = terroir(["explain", "gaia-x-label-3"]);
    expect([code, stdout]).toEqual([0, readFileSync(join(ROOT, "docs", "profiles", "gaia-x-label-3.md"), "utf8")]);
  });
});

describe("terroir check --profile", () => {
  const cwd = folderWith({ "main.tf.json": bucketIn("EU-NORTH-LZ-OSL-A"), "wide.json": { countries: "eea", profiles: ["hds"] } });

  it("narrows what the policy approves, and says what each control comes to", () => {
    expect(terroir(["check", "main.tf.json", "--policy", "wide.json"], { cwd }).code).toBe(0);
    const { code, stdout } = terroir(["check", "main.tf.json", "--policy", "wide.json", "--profile", "secnumcloud", "--json"], { cwd });
    const { verdict, profiles } = JSON.parse(stdout);
    expect([code, verdict, profiles.map(({ profile }: { profile: string }) => profile)]).toEqual([1, "refused", ["hds", "secnumcloud"]]);
  });

  it.each([
    ["secnumclod", /There is no profile "secnumclod"\. Did you mean "secnumcloud"\?/],
    [" , ", /--profile names no profile/],
  ])("says what is wrong with %j", (name, message) => {
    const { code, stderr } = terroir(["check", "main.tf.json", "--profile", name], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
