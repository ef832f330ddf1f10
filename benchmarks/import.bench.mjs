// What importing the library costs over importing cdktf alone.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, ms, report } from "./compare.mjs";

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const program = (name) => ["node", "--input-type=module", "-e", `import "${name}";`];
const { ours, theirs, ratio } = compare(program("terroir"), program("cdktf"), { runs: 15, options: { cwd }, theirOptions: { cwd } });
report("import terroir / import cdktf", ratio, 1.15, { detail: `${ms(ours)} against ${ms(theirs)}` });
