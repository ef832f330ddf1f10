// Runs every benchmark and prints one table of ratios: npm run bench [-- name …]. Ratios are taken within one run, on one machine; they, and not
// the seconds, are what may be compared. Exit code 1 when a bar is missed.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const scripts = readdirSync(folder).filter(
  (file) => /\.bench\.mjs$/.test(file) && (wanted.length === 0 || wanted.includes(file.replace(".bench.mjs", ""))),
);
const rows = [];
let broken = false;
for (const script of scripts) {
  process.stderr.write(`${script} …\n`);
  const { stdout, status } = spawnSync(process.execPath, [join(folder, script)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1 << 26,
  });
  if (status !== 0) broken = true;
  for (const line of stdout.split("\n")) if (line.startsWith("{")) rows.push(JSON.parse(line));
}
const width = Math.max(...rows.map(({ name }) => name.length), 4);
for (const { name, ratio, bar, ok, detail } of rows)
  process.stdout.write(
    `${ok ? "ok  " : "MISS"}  ${name.padEnd(width)}  ${String(ratio).padStart(7)}  (bar ${bar})${detail ? `  ${detail}` : ""}\n`,
  );
process.exit(broken || rows.some(({ ok }) => !ok) ? 1 : 0);
