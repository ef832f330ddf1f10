import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";

const FOLDER = join(ROOT, "tests", "types", ".generated");

const START = `import { Bucket, Database, DataCentre, Network, SovereignApp, SovereignStack, type Within } from "terroir";
import { defineRule, definePolicy, pass } from "terroir/guard";
import { outscale } from "terroir/outscale";
import { ovh } from "terroir/ovh";
import { LandingZone } from "terroir/stacks";
const access = { allowedFrom: ["198.51.100.0/24"], sshKey: "ssh-ed25519 AAAA" };
const app = new SovereignApp();
const stack = new SovereignStack(app, "s", { at: ovh("GRA11") });
const zone = new SovereignStack(app, "z", { at: ovh("EU-WEST-LZ-BRU-A") });
`;

/** What a user may write, and what the compiler must say of it: every promise of the documentation is here. */
const REFUSED: Readonly<Record<string, readonly [code: string, says: RegExp]>> = {
  "a region in Canada": [`ovh("BHS5");`, /'"BHS5"' is not assignable to parameter of type '"DE1" \|/],
  "a code named eu, in Manchester": [`ovh("EU-WEST-LZ-MNC-A");`, /'"EU-WEST-LZ-MNC-A"' is not assignable/],
  "a code named eu, in Zurich": [`ovh("EU-WEST-LZ-ZRH-A");`, /'"EU-WEST-LZ-ZRH-A"' is not assignable/],
  "a code named eu, in Oslo": [`ovh("EU-NORTH-LZ-OSL-A");`, /'"EU-NORTH-LZ-OSL-A"' is not assignable/],
  London: [`ovh("UK1");`, /'"UK1"' is not assignable/],
  "a region that does not exist": [`ovh("GRA99");`, /'"GRA99"' is not assignable/],
  "a stack at a place outside the EU, said aloud": [
    `new SovereignStack(app, "c", { at: ovh.outsideEu("BHS5") });`,
    /"CA".*is not assignable/s,
  ],
  "a data centre at a place outside the EU": [`new DataCentre(stack, "c", { at: ovh.outsideEu("UK1") });`, /"GB".*is not assignable/s],
  "a place in the EU, said to be outside": [`ovh.outsideEu("GRA11");`, /'"GRA11"' is not assignable/],
  "a concept that the place does not offer": [`new Bucket(zone, "b");`, /Property 'bucket' is missing in type/],
  "a construct typed by what it needs, in a poorer place": [
    `function needs(_scope: Within<"database">) {}\nneeds(zone);`,
    /Property 'database' is missing in type/,
  ],
  "a region of Outscale in New Jersey": [
    `outscale("us-east-2");`,
    /'"us-east-2"' is not assignable to parameter of type '"(?:eu-west-2|cloudgouv-eu-west-1)" \|/,
  ],
  "a database on Outscale": [
    `const paris = new SovereignStack(app, "p", { at: outscale("eu-west-2") });\nnew Database(paris, "d", { engine: "postgresql", version: "17", network: new Network(paris, "n") });`,
    /Property 'database' is missing in type/,
  ],
  "a landing zone on a cloud that lacks a part": [
    `new LandingZone(app, "l", { at: outscale("eu-west-2"), access, without: ["second", "keyRing", "secretStore"] });`,
    /"?database"?/,
  ],
  "a part that has what it needs nowhere": [
    `new LandingZone(app, "l", { at: outscale("eu-west-2"), access, without: ["second", "keyRing", "secretStore"], elsewhere: { database: outscale("cloudgouv-eu-west-1") } });`,
    /Property 'database' is missing in type/,
  ],
  "a prop that does not exist": [`new Bucket(stack, "b", { versionned: true });`, /'versionned' does not exist/],
  "a policy's key that does not exist": [`definePolicy({ contries: ["FR"] });`, /'contries' does not exist/],
  "a country that does not exist": [`definePolicy({ countries: ["XX"] });`, /is not assignable to type/],
  "a rule's id without a family": [
    `defineRule({ id: "x", title: "", why: "", on: "bucket", check: () => pass, examples: { passes: {}, fails: { a: {} } } });`,
    /'"x"' is not assignable to type '`\$\{string\}\/\$\{string\}`'|Type '"x"' is not assignable/,
  ],
  "a rule that forgets to return": [
    `defineRule({ id: "a/b", title: "", why: "", on: "bucket", check() {}, examples: { passes: {}, fails: { a: {} } } });`,
    /Type 'void' is not assignable|not assignable to type/,
  ],
  "a rule without a failing example": [
    `defineRule({ id: "a/b", title: "", why: "", on: "bucket", check: () => pass, examples: { passes: {}, fails: {} } });`,
    /say at least one/,
  ],
  "a fact that does not exist": [
    `defineRule({ id: "a/b", title: "", why: "", on: "bucket", check: (b) => (b.read("retentionDay", 0) ? pass : pass), examples: { passes: {}, fails: { a: {} } } });`,
    /"retentionDay"' is not assignable/,
  ],
};

let said = new Map<number, string>();
const cases = Object.entries(REFUSED);

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cases.forEach(([, [code]], i) => {
    writeFileSync(join(FOLDER, `case-${i}.ts`), `${START}${code}\nexport {};\n`);
  });
  writeFileSync(
    join(FOLDER, "accepted.ts"),
    `${START}new Bucket(stack, "b");\novh("EU-WEST-PAR");\nnew Network(zone, "n");\nconst lz = new LandingZone(app, "l", { at: outscale("eu-west-2"), access, without: ["second", "keyRing", "secretStore"], elsewhere: { database: ovh("GRA11") } });\nconst keys: undefined = lz.keys as Exclude<typeof lz.keys, object>;\nvoid [keys, lz.platform.principal];\nexport {};\n`,
  );
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify({ extends: "../../../tsconfig.json", include: ["*.ts"], exclude: [] }));
  const { stdout } = spawnSync("npx", ["--no-install", "tsc", "-p", FOLDER, "--pretty", "false"], { cwd: ROOT, encoding: "utf8" });
  said = new Map();
  let current = -1;
  for (const line of stdout.split("\n")) {
    const file = /(?:case-(\d+))?\.ts\(\d+,\d+\)/.exec(line);
    if (file !== null) current = Number(file[1] ?? -1);
    said.set(current, `${said.get(current) ?? ""}${line}\n`);
  }
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

it("the compiler accepts what is inside", () => {
  expect((said.get(-1) ?? "").trim()).toBe("");
});

describe("the compiler refuses", () => {
  it.each(cases.map(([name, [, says]], i) => [name, says, i] as const))("%s", (_, says, i) => {
    expect(said.get(i) ?? "").toMatch(says);
  });
});
