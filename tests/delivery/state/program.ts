import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } from "cdktf";
import { EncryptedState, type StateProps } from "../../../constructs/index.ts";

/** Never anywhere but in the engine's memory. */
export const SECRET = "correct-horse-battery-staple-3141592653";

/** Addresses that a program may name, and what answers for them on this machine. */
export const STORE = "https://s3.store.example";
export const BAO = "https://bao.store.example";

/**
 * Writes a project's stacks: each holds a secret, in something that needs no cloud; `shop` reads what `net` gives. What the construct writes stays,
 * but for the addresses.
 */
export function writeStacks(
  out: string,
  states: Readonly<Record<string, StateProps>>,
  addresses: { readonly store: string; readonly bao: string },
): void {
  rmSync(out, { recursive: true, force: true });
  const app = new App({ outdir: out });
  let given: string | undefined;
  for (const [name, state] of Object.entries(states)) {
    const stack = new TerraformStack(app, name);
    new EncryptedState(stack, "state", state);
    const secret = new TerraformVariable(stack, "secret", { type: "string", sensitive: true });
    const data = new TerraformResource(stack, "data", { terraformResourceType: "terraform_data" });
    data.addOverride("input", `${name === "shop" && given !== undefined ? given : ""}${secret.stringValue}`);
    given ??= data.getStringAttribute("output");
    new TerraformOutput(stack, "given", { value: data.getStringAttribute("output"), sensitive: true, staticId: true });
  }
  app.synth();
  for (const file of filesBelow(out)) {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll(STORE, addresses.store).replaceAll(BAO, addresses.bao));
  }
}

/** Every file below a folder. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
