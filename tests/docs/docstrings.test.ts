import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { type PublicName, publicNames } from "./public-names.ts";

/** What an editor shows is all that many users ever read: every public name says what it means, every default is said, every construct shows its use. */

const NAMES = publicNames();
const told = ({ name, where }: PublicName, what = "") => `${where} ${name}${what}`;

it("finds the public names", () => {
  const names = NAMES.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["Bucket", "BucketProps", "ovh", "definePolicy", "defineCloud", "LandingZone", "synthesized", "text"]),
  );
  expect(NAMES.length).toBeGreaterThan(150);
});

it("gives every exported function, class, interface and constant a docstring", () => {
  const bare = NAMES.filter(({ kind, doc }) => kind !== "type" && doc === "");
  expect(bare.map((one) => told(one))).toEqual([]);
});

it("says the default of every optional prop of a construct", () => {
  const bare = NAMES.filter(
    ({ name, kind, where }) => kind === "interface" && /Props$/.test(name) && /^(?:constructs|stacks)\//.test(where),
  ).flatMap((one) => optionalProps(one.text).flatMap(({ prop, doc }) => (/@default \S/.test(doc) ? [] : [told(one, `.${prop}`)])));
  expect(bare).toEqual([]);
});

it("shows how every construct is used", () => {
  const constructs = NAMES.filter(
    ({ kind, where, text }) =>
      kind === "class" &&
      /^(?:constructs|stacks)\//.test(where) &&
      /\bextends (?:Construct|App|TerraformStack|SovereignStack)\b/.test(text),
  );
  expect(constructs.length).toBeGreaterThan(20);
  expect(constructs.filter(({ doc }) => !/@example/.test(doc)).map((one) => told(one))).toEqual([]);
});

/** Members that an API report finds bare: none of what a user meets first, and of the rest fewer each time. Who writes one lowers the number. */
const BARE: Readonly<Record<string, number>> = { "terroir-guard": 124, "terroir-extend": 196 };

it("says what every public member means", () => {
  const reports = readdirSync(join(ROOT, "api")).filter((file) => file.endsWith(".api.md"));
  expect(reports.length).toBeGreaterThan(5);
  for (const file of reports) {
    const bare = [...readFileSync(join(ROOT, "api", file), "utf8").matchAll(/\(undocumented\)\n(.*)/g)].map(([, member = ""]) =>
      member.trim(),
    );
    const most = BARE[file.replace(".api.md", "")] ?? 0;
    expect(
      bare.length,
      `${file}: ${bare.length} members have no docstring, and ${most} may have none:\n${bare.join("\n")}`,
    ).toBeLessThanOrEqual(most);
  }
});

it("finds optional props where they are, with the comment that is theirs", () => {
  const text = ` P {\n  /** Mine. @default 1 */\n  readonly a?: number;\n  readonly b: string;\n  readonly c?: { readonly d?: string };\n}`;
  expect(optionalProps(text)).toEqual([
    { prop: "a", doc: "/** Mine. @default 1 */" },
    { prop: "c", doc: "" },
    { prop: "d", doc: "" },
  ]);
});

/** Optional members of an interface, nested ones too, each with the comment in front of it. */
function optionalProps(text: string): readonly { readonly prop: string; readonly doc: string }[] {
  return [...text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)?\s*(?:readonly )(\w+)\?:/g)].map(([, doc = "", prop = ""]) => ({ prop, doc }));
}
