// Synthesis of 10,000 resources in a SovereignStack, guard included, against plain cdktf; and that both write the same bytes.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, ms, report } from "./compare.mjs";

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "terroir-bench-"));
const program = join(cwd, "benchmarks", "synthesis.program.mjs");

for (const references of ["literals", "references"]) {
  const run = (library) => ["node", program, library, "10000", references, join(scratch, library)];
  const { ours, theirs, ratio } = compare(run("terroir"), run("cdktf"), { runs: 5, options: { cwd }, theirOptions: { cwd } });
  report(`synthesis of 10,000 (${references}), terroir / cdktf`, ratio, 0.5, {
    detail: `${ms(ours)} against ${ms(theirs)}, whole process`,
  });
  const written = (library) => readFileSync(join(scratch, library, "stacks", "s", "cdk.tf.json"));
  report(`byte-identical output (${references}), differences`, written("terroir").equals(written("cdktf")) ? 0 : 1, 0);
}
rmSync(scratch, { recursive: true, force: true });
