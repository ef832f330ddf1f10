import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf } from "../../../cli/code/path.ts";
import { changeOf } from "../../../cli/fix/change.ts";
import { differences } from "../../../cli/fix/differences.ts";
import type { BlockSchema } from "../../../clouds/schema/index.ts";
import type { Json } from "../../../guard/index.ts";
import { bodyOf } from "../../../guard/views/folder/body.ts";
import { outlineOf } from "../../../guard/views/folder/outline.ts";

const schema: BlockSchema = {
  attributes: {
    on: { type: "bool", optional: true },
    lock: { nested_type: { nesting_mode: "single", attributes: { status: { type: "string", optional: true } } }, optional: true },
    rules: { nested_type: { nesting_mode: "list", attributes: { on: { type: "bool", optional: true } } }, optional: true },
  },
  block_types: {
    version: { nesting_mode: "list", block: { attributes: { enabled: { type: "bool", optional: true } } } },
    plan: { nesting_mode: "list", block: { attributes: { code: { type: "string", required: true }, on: { type: "bool" } } } },
    tags: { nesting_mode: "set", block: { attributes: { on: { type: "bool", optional: true } } } },
  },
};

/** The text with the change, or the reason why there is none. */
function changed(text: string, path: string, value: Json): string {
  const [block] = outlineOf(text).blocks;
  if (block === undefined) throw new Error("no block");
  const change = changeOf({ text, body: block.body, kind: "block", schema }, segmentsOf(path) ?? [], value);
  return "because" in change ? `! ${change.because}` : text.slice(0, change.from) + change.text + text.slice(change.to);
}

const within = (...lines: readonly string[]): string => ["resource t r {", ...lines, "}", ""].join("\n");

describe("a change", () => {
  it.each<[string, string, string, Json, string]>([
    ["replaces a literal", within("  on = false # why"), "on", true, within("  on = true # why")],
    ["replaces a text", within('  a = "x" // y'), "a", "z", within('  a = "z" // y')],
    ["replaces null", within("  on = null"), "on", true, within("  on = true")],
    ["writes a text so that nothing in it is a template", within("  a = 1"), "a", "${b} %{c}", within('  a = "$${b} %%{c}"')],
    [
      "keeps the column of the equals signs",
      within("  name   = 1", "  region = 2"),
      "on",
      true,
      within("  name   = 1", "  region = 2", "  on     = true"),
    ],
    ["moves no neighbour for a longer name", within("  a = 1"), "protected", true, within("  a = 1", "", "  protected = true")],
    [
      "goes before nested blocks",
      within("  aa = 1", "", "  b {", "  }"),
      "on",
      true,
      within("  aa = 1", "  on = true", "", "  b {", "  }"),
    ],
    ["starts an empty block", "resource t r {}\n", "on", true, "resource t r {\n  on = true\n}\n"],
    ["opens a block on one line", "resource t r { a = 1 }\n", "on", true, "resource t r {\n  a = 1\n  on = true\n}\n"],
    ["follows a heredoc", within("  a = <<E", "on = 1", "E"), "on", true, within("  a = <<E", "on = 1", "E", "  on = true")],
    [
      "keeps line breaks of Windows",
      "resource t r {\r\n  aa = 1\r\n}\r\n",
      "on",
      true,
      "resource t r {\r\n  aa = 1\r\n  on = true\r\n}\r\n",
    ],
    ["changes within an object", within('  lock = { status = "no" }'), "lock.status", "yes", within('  lock = { status = "yes" }')],
    ["adds to an object on one line", within("  lock = { a = 1 }"), "lock.status", "yes", within('  lock = { a = 1, status = "yes" }')],
    ["adds to an empty object", within("  lock = {}"), "lock.status", "yes", within('  lock = { status = "yes" }')],
    [
      "adds to an object on several lines",
      within("  lock = {", "    longer = 1,", "  }"),
      "lock.status",
      "yes",
      within("  lock = {", "    longer = 1,", '    status = "yes",', "  }"),
    ],
    [
      "adds to an object that ends on a line of its own member",
      within("  lock = {", "    longer = 1 }"),
      "lock.status",
      "yes",
      within("  lock = {", '    longer = 1, status = "yes" }'),
    ],
    ["speaks an object's own signs", within('  lock = { "a": 1 }'), "lock.status", "yes", within('  lock = { "a": 1, status: "yes" }')],
    ["writes an object that is not there", within("  a = 1"), "lock.status", "yes", within("  a = 1", "", '  lock = { status = "yes" }')],
    [
      "changes within a block",
      within("  version {", "    enabled = false", "  }"),
      "version[0].enabled",
      true,
      within("  version {", "    enabled = true", "  }"),
    ],
    [
      "writes a block that is not there",
      within("  a = 1"),
      "version[].enabled",
      true,
      within("  a = 1", "", "  version {", "    enabled = true", "  }"),
    ],
    [
      "chooses the block of a list by its place",
      within("  version {", "    enabled = false", "  }", "  version {", "    enabled = false", "  }"),
      "version[1].enabled",
      true,
      within("  version {", "    enabled = false", "  }", "  version {", "    enabled = true", "  }"),
    ],
  ])("%s", (_, text, path, value, wanted) => {
    expect(changed(text, path, value)).toBe(wanted);
  });

  it.each<[string, string, string, RegExp]>([
    ["a reference", within("  on = var.on"), "on", /on is computed \(var\.on\)/],
    ["a template", within('  on = "${var.on}"'), "on", /computed/],
    ["a condition on several lines", within("  on = (", "    true", "  )"), "on", /computed/],
    ["an object that is made", within("  lock = merge({}, {})"), "lock.status", /computed/],
    ["an object with computed names", within("  lock = { (a) = 1 }"), "lock.status", /computed/],
    ["a dynamic block", within('  dynamic "version" {', "    content {}", "  }"), "version[0].enabled", /dynamic block writes version/],
    ["blocks of a set", within("  tags {", "  }", "  tags {", "  }"), "tags[0].on", /2 blocks tags/],
    ["blocks of which none is meant", within("  version {", "  }", "  version {", "  }"), "version[].enabled", /2 blocks version/],
    ["a block that needs more", within("  a = 1"), "plan[].on", /needs code as well/],
    ["a list that is not there", within("  a = 1"), "rules[].on", /is a list/],
    ["something that no schema knows", within("  a = 1"), "other.on", /how to write it is not certain/],
    ["nothing at all", within("  a = 1"), 'map["k"].on', /names no attribute/],
  ])("is not guessed for %s", (_, text, path, why) => {
    expect(changed(text, path, true)).toMatch(why);
    expect(changed(text, path, true)).toMatch(/^! /);
  });

  it("says one thing otherwise and keeps every other line, however the code is written", () => {
    const name = fc.constantFrom("a", "bb", "region", "service_name");
    const value = fc.constantFrom("1", "true", '"x"', "var.y", "[1, 2]", "{ c = 1 }", '{\n    c = "}"\n  }', "<<E\n# }\nE", 'f("}", {})');
    const comment = fc.constantFrom("", " # } = {", " // x", " /* = */");
    const line = fc.oneof(
      fc
        .tuple(name, fc.constantFrom(" ", "   "), value, comment)
        .map(([n, gap, v, c]) => `  ${n}${gap}= ${v}${v.startsWith("<<") ? "" : c}`),
      fc.constantFrom("", "  # on = false", "  version {\n    enabled = false\n  }", "  inner { on = false }", "  /* on = false\n  */"),
    );
    const target = fc.constantFrom("on", "protected_for_long", "lock.status", "version[].enabled");
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { maxLength: 8, selector: (one) => one.trim().split(/\s/)[0] }),
        target,
        fc.boolean(),
        (lines, path, windows) => {
          const text = windows ? within(...lines).replaceAll("\n", "\r\n") : within(...lines);
          const result = changed(text, path, true);
          if (result.startsWith("! ")) return;
          expect(differences(bodyOf(text) as Json, bodyOf(result) as Json)).toBe(1);
          const kept = result.split("\n");
          const gone = text.split("\n").filter((one) => !kept.includes(one));
          expect(gone.length).toBeLessThanOrEqual(1);
          expect(windows && /[^\r]\n/.test(result)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
