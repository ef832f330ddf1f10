/** What `terroir check` is given, and how it is read: by what stands at the path, never by what the path is called alone. */
import { entryAt } from "../../catalogue/entry-at.ts";
import { InputError } from "../../catalogue/errors.ts";
import type { Infrastructure } from "../../guard/index.ts";
import { ValueTooLarge } from "../../guard/views/shown/bytes.ts";
import { fromChunks, fromFile } from "./file.ts";
import { fromFolder } from "./folder.ts";
import type { InputOptions } from "./options.ts";
import { standardInput } from "./standard-input.ts";

/** Reads what stands at a path; `-` is standard input. Whatever cannot be read is refused with an InputError. */
export async function infrastructuresAt(path: string, options: InputOptions): Promise<readonly Infrastructure[]> {
  try {
    return await read(path, options);
  } catch (error) {
    if (error instanceof ValueTooLarge) throw error.in(named(path));
    if (error instanceof RangeError)
      throw new InputError(`${named(path)} is nested too deeply to be read: no plan and no configuration is. Check what wrote it.`, {
        cause: error,
      });
    throw error;
  }
}

const named = (path: string): string => (path === "-" ? "Standard input" : path);

async function read(path: string, options: InputOptions): Promise<readonly Infrastructure[]> {
  if (path === "-") return fromChunks(await standardInput(), "standard input", options);
  const found = entryAt(path);
  if (found === undefined)
    throw new InputError(
      `There is nothing at ${path}. Name a synthesized folder, a plan in JSON (tofu show -json plan.bin > plan.json), or a folder of Terraform code; \`terroir synth\` writes cdktf.out.`,
    );
  if (found.isDirectory() && options.code !== undefined)
    throw new InputError(
      `--code says what a plan or a state was made from, and ${path} is a folder. Leave out --code ${options.code}, or name the plan or the state.`,
    );
  if (found.isDirectory()) return fromFolder(path, options);
  if (found.isFile()) return fromFile(path, options);
  throw new InputError(`${path} is neither a file nor a folder. To read from a pipe, name it "-".`);
}
