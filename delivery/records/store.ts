import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../catalogue/make-folder.ts";
import { type Envelope, envelopeOf, parseEnvelope } from "./envelope.ts";
import type { Signer } from "./signer.ts";
import { type Statement, sha256 } from "./statement.ts";

export interface Kept {
  readonly file: string;
  readonly envelope: Envelope;
}

/** Signs a statement and keeps it in a folder, whole or not at all. Gives the file. */
export async function writeRecord(folder: string, statement: Statement, signer: Signer): Promise<string> {
  const { run, step, outcome } = statement.predicate;
  const file = join(folder, `${run.ended.replace(/[-:]|\.\d+/g, "")}-${run.id}-${step}-${outcome}.json`);
  const text = `${JSON.stringify(await envelopeOf(statement, signer), null, 2)}\n`;
  makeFolder(folder);
  writeFileSync(`${file}.next`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.next`, file);
  return file;
}

/** Every record in a folder, oldest first. */
export function recordsIn(folder: string): readonly Kept[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      return { file, envelope: parseEnvelope(readFileSync(file, "utf8"), file) };
    });
}

/** The digest by which another record refers to this one. */
export const recordDigest = ({ payload }: Envelope): string => `sha256:${sha256(Buffer.from(payload, "base64"))}`;
