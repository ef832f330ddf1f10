import { spawn } from "node:child_process";
import { withoutArguments } from "./command-arguments.ts";
import { atLeast, type Engine, type EngineKind, type EngineOrigin, OLDEST, TITLES } from "./engine.ts";

/** One place that was looked at, and what came of it. */
export interface Candidate {
  readonly from: EngineOrigin;
  /** The program or address that was tried; null when there was nothing to try. */
  readonly tried: string | null;
  readonly outcome: "used" | "missing" | "too-old" | "not-an-engine" | "silent" | "failed" | "not-tried";
  /** One sentence for a person. */
  readonly because: string;
  readonly version?: string;
}

/** A version is printed in well under a second. A machine that is busy is asked once more, with more patience: what is fetched instead costs it more. */
const PATIENCE = [15_000, 60_000];

export interface Probed {
  readonly engine: Engine | null;
  readonly candidate: Candidate;
}

/** Asks a program for its version: what it is, and whether it is new enough. */
export async function probe(path: string, from: EngineOrigin, patience: readonly number[] = PATIENCE): Promise<Probed> {
  const said = await askPatiently(path, patience);
  const candidate = (outcome: Candidate["outcome"], because: string, version?: string): Probed => ({
    engine: null,
    candidate: { from, tried: path, outcome, because, ...(version === undefined ? {} : { version }) },
  });
  if (said instanceof Error) return candidate("failed", `${path} could not be run: ${said.message}.`);
  if (said === null)
    return candidate("silent", `${path} did not answer within ${(patience.at(-1) ?? 0) / 1000} s. Is the machine busy? Try again.`);
  const match = /^(OpenTofu|Terraform) v(\d+\.\d+\.\d+\S*)/m.exec(said);
  if (match === null) return candidate("not-an-engine", `${path} does not say that it is OpenTofu or Terraform.`);
  const kind: EngineKind = match[1] === "OpenTofu" ? "opentofu" : "terraform";
  const version = match[2] ?? "";
  if (!atLeast(version, OLDEST[kind])) {
    return candidate("too-old", `${TITLES[kind]} ${version} is too old: ${OLDEST[kind]} or newer is needed.`, version);
  }
  return {
    engine: { kind, path, version, from },
    candidate: { from, tried: path, outcome: "used", because: `${TITLES[kind]} ${version}.`, version },
  };
}

async function askPatiently(path: string, patience: readonly number[]): Promise<string | Error | null> {
  for (const milliseconds of patience) {
    const said = await ask(path, milliseconds);
    if (said !== null) return said;
  }
  return null;
}

/** Null: it was asked, and had not ended when the time was up. */
function ask(path: string, milliseconds: number): Promise<string | Error | null> {
  return new Promise((done) => {
    const child = spawn(path, ["version"], {
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...withoutArguments(process.env), CHECKPOINT_DISABLE: "1" },
      timeout: milliseconds,
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString("utf8");
    });
    child.on("error", (error: NodeJS.ErrnoException) =>
      done(new Error(error.code === "ENOENT" ? "there is no such program" : error.message)),
    );
    child.on("close", () => done(child.killed ? null : said));
  });
}
