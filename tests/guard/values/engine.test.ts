import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isTemplate } from "../../../guard/values/language/index.ts";
import { members } from "../../../guard/values/sets.ts";
import { evaluated } from "./evaluating.ts";
import { EXPRESSIONS, TRAPS } from "./expressions.ts";

const cached = join(homedir(), ".cache", "terroir", "engines", "opentofu-1.12.6", "tofu");
const engines = ["terraform", "tofu", cached].filter((name) =>
  name === cached ? existsSync(cached) : spawnSync(name, ["version"]).status === 0,
);

describe.each(engines)("what %s computes", (engine) => {
  const answers = ask(engine, EXPRESSIONS);
  it.each(EXPRESSIONS.map((expression, index) => [expression, answers[index]] as const))("%s", (expression, answer) => {
    expect(isTemplate(`\${${expression}}`)).toBe(true);
    const ours = evaluated(`\${${expression}}`);
    if (ours.kind === "absent") return expect(answer).toBe(null);
    // What we do not compute exactly we leave unknown; that is never wrong, and the next test says how often it may be.
    if (ours.kind !== "unknown") expect(inOrder(ours)).toEqual({ known: answer });
  });

  const caught = ask(engine, TRAPS);
  it.each(TRAPS.map((trap, index) => [trap, caught[index]] as const))("can be the result here as well: %s", (trap, answer) => {
    const ours = members(evaluated(`\${${trap}}`));
    if (ours !== undefined) expect(ours).toContainEqual(answer);
  });

  it("is computed here, too, nearly always", () => {
    const unknown = EXPRESSIONS.filter((expression) => evaluated(`\${${expression}}`).kind === "unknown");
    expect(unknown).toEqual([
      // Lists and tuples look alike, and are never equal.
      "[1] == [1]",
      "{a = 1} == {a = 1}",
      `"1" == 1`,
      `true == "true"`,
    ]);
  });
});

it("was asked of one engine at least", () => {
  expect(engines.length).toBeGreaterThan(0);
});

/** All in one tuple: Terraform's console answers the last line only. */
function ask(engine: string, expressions: readonly string[]): unknown[] {
  const cwd = mkdtempSync(join(tmpdir(), "terroir-console-"));
  const output = execFileSync(engine, ["console"], {
    cwd,
    input: `base64encode(jsonencode([${expressions.join(", ")}]))\n`,
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: "/dev/null" },
  });
  return JSON.parse(Buffer.from(JSON.parse(output.trim()), "base64").toString("utf8"));
}

function inOrder(value: ReturnType<typeof evaluated>): unknown {
  return value.kind === "known" ? { known: value.value } : value;
}
