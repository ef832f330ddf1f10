import { EngineError as Failed } from "../catalogue/errors.ts";
import type { ProcessResult } from "./process.ts";

/** The engine failed: what was asked of it, and its own words. */
export class EngineError extends Failed {
  readonly command: string;
  readonly code: number | null;
  /** What the engine wrote, both streams. */
  readonly output: string;

  constructor(command: string, result: ProcessResult, advice?: string) {
    const output = `${result.stdout}\n${result.stderr}`.trim();
    const how = result.endedBy === null ? `exit code ${result.code}` : `ended by ${result.endedBy}`;
    const words = errorsIn(output);
    super([`${command} failed (${how}).`, translation(output) ?? advice, words].filter((x) => x !== undefined && x !== "").join("\n"));
    this.name = "EngineError";
    this.command = command;
    this.code = result.code;
    this.output = output;
  }
}

/** The errors in what an engine printed: from the first `Error:` on, without the frame. */
export function errorsIn(output: string): string {
  const lines = output.split("\n").map((line) => line.replace(/^[│╷╵]\s?/, "").trimEnd());
  const first = lines.findIndex((line) => line.startsWith("Error: "));
  return (first < 0 ? lines.slice(-20) : lines.slice(first))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Messages that send people the wrong way, and what they mean. */
const MISLEADING: readonly (readonly [RegExp, string])[] = [
  [
    /Error acquiring the state lock[\s\S]*decryption failed/,
    "The state could not be decrypted: the passphrase or key is not the one that it was written with. It is not locked.",
  ],
  [
    /Unsupported block type[\s\S]*"encryption"|Blocks of type "encryption" are not expected here/,
    "Terraform knows no state encryption. Use OpenTofu, or a backend that encrypts, and leave the encryption block out.",
  ],
  [/encountered unknown encryption|state.*encrypted.*Terraform/i, "The state is encrypted by OpenTofu; Terraform cannot read it."],
  [
    /Failed to (query|install) (available )?provider|provider registry .* does not have a provider named/,
    "A provider is not available: see below which.",
  ],
  [
    /state data in .* does not have the expected content|error loading state[\s\S]*412/i,
    "Somebody else holds the state's lock, or wrote it in the meantime.",
  ],
];

function translation(output: string): string | undefined {
  return MISLEADING.find(([pattern]) => pattern.test(output))?.[1];
}
