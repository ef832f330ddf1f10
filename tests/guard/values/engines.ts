import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

const cached = join(homedir(), ".cache", "terroir", "engines", "opentofu-1.12.6", "tofu");

/** Engines that are here: what we compute is held against each. */
export const engines = ["terraform", "tofu", cached].filter((name) =>
  name === cached ? existsSync(cached) : spawnSync(name, ["version"]).status === 0,
);

const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: "/dev/null" };

/** What an engine makes of expressions, in a folder with these files. All in one tuple: Terraform's console answers the last line only. */
export function ask(engine: string, expressions: readonly string[], files: Readonly<Record<string, string>> = {}): unknown[] {
  const cwd = mkdtempSync(join(tmpdir(), "terroir-console-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const input = `base64encode(jsonencode([${expressions.join(", ")}]))\n`;
  const output = execFileSync(engine, ["console"], { cwd, input, encoding: "utf8", env });
  return JSON.parse(Buffer.from(JSON.parse(output.trim()), "base64").toString("utf8"));
}

/** The names of all functions that an engine has, without its own namespace. */
export function functionsOf(engine: string): readonly string[] {
  const { function_signatures } = JSON.parse(execFileSync(engine, ["metadata", "functions", "-json"], { encoding: "utf8", env }));
  return [...new Set(Object.keys(function_signatures).map((name) => name.replace(/^core::/, "")))].sort();
}
