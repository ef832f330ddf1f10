import { describe, expect, it } from "vitest";
import { bucketIn } from "../evidence/bucket.ts";
import { folderWith, terroir } from "./terroir.ts";

const ADEQUATE = { name: "adequate", countries: "adequate", operators: { also: ["ovhcloud"] } };

describe("terroir check --as-of", () => {
  const cwd = folderWith({ "london.tf.json": bucketIn("UK"), "paris.tf.json": bucketIn("EU-WEST-PAR"), "adequate.json": ADEQUATE });
  const judged = (day: string) => terroir(["check", "london.tf.json", "--policy", "adequate.json", "--as-of", day, "--json"], { cwd });

  it.each([
    ["2020-01-31", 0], // A member of the Union.
    ["2020-06-01", 1], // Neither a member, nor adequate yet.
    ["2021-06-28", 0], // Adequate.
  ])("judges London with the catalogue of %s: exit code %s", (day, code) => {
    const ended = judged(day);
    expect([ended.code, JSON.parse(ended.stdout).asOf]).toEqual([code, day]);
  });

  it.each(["2026-13-01", "2026-02-30", "yesterday"])("refuses %s, which is no day", (day) => {
    const { code, stderr } = judged(day);
    expect([code, stderr]).toEqual([2, `--as-of ${day} is no day. Write it as YYYY-MM-DD, --as-of 2026-06-01.\n`]);
  });
});

describe("terroir catalogue diff", () => {
  const exported = terroir(["catalogue", "export", "--as-of", "2026-11-23"]).stdout;
  const now = JSON.parse(exported);
  const sold = structuredClone(now);
  sold.operators.ovhcloud.control = { ...sold.operators.ovhcloud.control, by: "Somebody Inc.", country: "US" };
  const moved = structuredClone(now);
  moved.clouds.ovh.regions.GRA.country = "GB";
  const fewer = structuredClone(now);
  delete fewer.clouds.ovh.types.ovh_cloud_project_storage;
  const cwd = folderWith({
    "now.json": now,
    "sold.json": sold,
    "moved.json": moved,
    "fewer.json": fewer,
    "gra.tf.json": bucketIn("GRA"),
    "other.json": {},
  });
  const stored = terroir(["check", "gra.tf.json", "--as-of", "2026-11-23", "--json"], { cwd });
  const files = folderWith({ "stored.json": stored.stdout });
  const diff = (...args: readonly string[]) => terroir(["catalogue", "diff", ...args], { cwd });

  it("says what changed between two days", () => {
    const { code, stdout } = diff("2026-05-19", "2026-05-20");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /operator infomaniak\n {2}was Infomaniak Network SA, .* its founder and its employees in CH\n {2}is {2}.* the Infomaniak Foundation/,
    );
    expect(stdout).not.toMatch(/operator ovhcloud/);
    expect(JSON.parse(diff("--since", "2020-01-31", "--json").stdout).changes.find(({ id }: { id: string }) => id === "eu").is).not.toMatch(
      /GB/,
    );
  });

  it("finds nothing between a catalogue and itself", () => {
    const { code, stdout } = diff("now.json", "now.json", "--verdicts", `${files}/stored.json`);
    expect([code, stdout]).toEqual([
      0,
      "The catalogue from 2026-11-23 to 2026-11-23: nothing changed.\n\nNo stored verdict would change.\n",
    ]);
  });

  it.each([
    [
      "an operator that is sold",
      "now.json",
      "sold.json",
      "refused",
      /controlled by Somebody Inc\. in the United States of America, outside/,
    ],
    ["an operator that is bought back", "sold.json", "now.json", "accepted", /controlled by the founding Klaba family/],
    ["a region that was somewhere else", "now.json", "moved.json", "refused", /GRA is in Gravelines, United Kingdom, outside/],
    ["a type that is not known any more", "now.json", "fewer.json", "judge-again", /its type is not known any more/],
  ])("says which stored verdicts change with %s", (_name, before, after, would, because) => {
    const { code, stdout } = diff(before, after, "--verdicts", `${files}/stored.json`, "--json");
    expect(code).toBe(1);
    const { verdicts, changes } = JSON.parse(stdout);
    expect(changes).toHaveLength(1);
    const found = verdicts.find(({ address }: { address: string }) => address === "ovh_cloud_project_storage.b");
    expect(found).toMatchObject({ was: "inside", would, because: expect.stringMatching(because) });
  });

  it.each([
    [[], /Say what to compare with/],
    [["now.json", "--since", "2026-01-01"], /Say what to compare with/],
    [["nothing.json"], /neither a day \(YYYY-MM-DD\) nor a catalogue/],
    [["other.json"], /is no catalogue of the form/],
    [["--since", "2026-01-01", "--verdicts", "other.json"], /other\.json holds no verdicts/],
  ])("says what is wrong with %j", (args, message) => {
    const { code, stderr } = diff(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
