import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../architecture/house.ts";

const WITHOUT_TYPESCRIPT = `const Module = require("node:module");
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...more) {
  if (name === "typescript" || name === "ts-node") throw Object.assign(new Error("left out"), { code: "MODULE_NOT_FOUND" });
  return resolve.call(this, name, ...more);
};
`;

/** What a release of Pulumi brings beside the engine: it starts the SDK's server for packs. */
export function runnerIn({ bin }: { readonly bin: string }): void {
  const runner = join(ROOT, "node_modules/@pulumi/pulumi/cmd/run-policy-pack/index.js");
  // It takes whatever TypeScript is installed, and knows none from version 7 on; a pack in JavaScript needs none.
  const without = join(bin, "without-typescript.cjs");
  writeFileSync(without, WITHOUT_TYPESCRIPT);
  const script = `#!/bin/sh\nexec "${process.execPath}" --require "${without}" "${runner}" "$@"\n`;
  for (const name of ["pulumi-analyzer-policy", "pulumi-analyzer-policy-nodejs"]) {
    writeFileSync(join(bin, name), script);
    chmodSync(join(bin, name), 0o755);
  }
}
