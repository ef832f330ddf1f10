import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settingsTold } from "../../../cli/input/values-told.ts";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const GRA = 'endpoints={s3="https://s3.gra.io.cloud.ovh.net"}';
const BHS = 'endpoints={s3="https://s3.bhs.io.cloud.ovh.net"}';
const FILES = {
  "eu.tfbackend": 'bucket = "states"\nendpoints = {\n  s3 = "https://s3.gra.io.cloud.ovh.net"\n}\n',
  "far.tfbackend.json": '{"bucket":"states","endpoints":{"s3":"https://s3.bhs.io.cloud.ovh.net"}}',
};

/** What `init` is told, above what the block says: the engine lets each setting of the block go that it is told anew. */
const TABLE: readonly (readonly [block: string, told: readonly string[], place: "inside" | "outside" | "undecided"])[] = [
  ['backend "s3" {}', [], "undecided"],
  ['backend "s3" {}', ["bucket=states"], "outside"],
  ['backend "s3" {}', ["bucket=states", GRA], "inside"],
  ['backend "s3" {}', ["bucket=states", BHS], "outside"],
  ['backend "s3" {}', [GRA, BHS], "outside"],
  ['backend "s3" {}', [BHS, GRA], "inside"],
  ['backend "s3" {}', ["eu.tfbackend"], "inside"],
  ['backend "s3" {}', ["eu.tfbackend", BHS], "outside"],
  ['backend "s3" {}', ["eu.tfbackend", "far.tfbackend.json"], "outside"],
  ['backend "s3" {\n    endpoint = "https://s3.bhs.io.cloud.ovh.net"\n  }', [], "outside"],
  ['backend "s3" {\n    endpoint = "https://s3.bhs.io.cloud.ovh.net"\n  }', [GRA], "outside"],
  ['backend "s3" {\n    endpoint = "https://s3.bhs.io.cloud.ovh.net"\n  }', ["endpoint=https://s3.gra.io.cloud.ovh.net"], "inside"],
  ['backend "s3" {\n    endpoint = "https://s3.gra.io.cloud.ovh.net"\n  }', ["endpoint=https://s3.bhs.io.cloud.ovh.net"], "outside"],
  ['backend "http" {}', ["address=https://states.example.com"], "undecided"],
  ['backend "gcs" {}', ["bucket=states"], "outside"],
  ['cloud {\n    organization = "acme"\n  }', [GRA], "outside"],
];

describe("settings of a backend that init is told", () => {
  it.each(TABLE)("%s and %j: %s", (block, told, verdict) => {
    const folder = folderWith({ "main.tf": `terraform {\n  ${block}\n}\n` });
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const backend = settingsTold(told.map((one) => (one in FILES ? join(folder, one) : one)));
    const code = readFolderOfCode(folder, "terraform", {}, { backend });
    const found = judge([code], defaultPolicy, { rules: ["state/backend"], asOf: "2026-11-29" }).findings;
    const seen = new Set(found.map((one) => one.verdict));
    expect(["outside", "undecided"].find((one) => seen.has(one as "outside")) ?? "inside").toBe(verdict);
  });

  it("says how to tell them", () => {
    const code = readFolderOfCode(folderWith({ "main.tf": 'terraform {\n  backend "s3" {}\n}\n' }), "terraform");
    const [finding] = judge([code], defaultPolicy, { rules: ["state/backend"], asOf: "2026-11-29" }).findings;
    expect(finding).toMatchObject({
      message: expect.stringContaining("names no bucket"),
      remedy: expect.stringContaining("--backend-config"),
    });
  });

  it("are refused in a sentence where there is no such file", () => {
    expect(() => settingsTold(["nosuch.tfbackend"])).toThrow(/^--backend-config nosuch\.tfbackend cannot be read: ENOENT/);
    expect(() => settingsTold(["bucket = states"])).toThrow(/write a name and a value, --backend-config bucket=states/);
  });
});
