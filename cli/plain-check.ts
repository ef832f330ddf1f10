import { check } from "./actions/check.ts";
import { endWhenReaderHasEnough } from "./enough.ts";
import { failed } from "./failed.ts";
import { shortLived } from "./short-lived.ts";

/** What is run most, `terroir check PATH… [--json]`, as a whole process and without a parser of arguments (decision 245). */
export async function plainCheck(args: readonly string[]): Promise<void> {
  endWhenReaderHasEnough();
  const paths = args.filter((argument) => argument !== "--json");
  try {
    shortLived(paths);
    process.exitCode = await check(paths, { format: "text", json: args.length > paths.length });
  } catch (error) {
    process.exitCode = failed(error);
    return;
  }
  // Nothing is under way any longer, and to take a heap apart costs as much as to print the verdict. What a slow reader has not taken yet is waited for.
  if (process.stdout.writableLength === 0) process.exit();
}
