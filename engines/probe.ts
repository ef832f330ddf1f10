import { spawn } from "node:child_process";
import { atLeast, type Engine, type EngineKind, type EngineOrigin, OLDEST, TITLES } from "./engine.ts";

/** One place that was looked at, and what came of it. */
export interface Candidate {
  readonly from: EngineOrigin;
  /** The program or address that was tried; null when there was nothing to try. */
  readonly tried: string | null;
  readonly outcome: "used" | "missing" | "too-old" | "not-an-engine" | "failed" | "not-tried";
  /** One sentence for a person. */
  readonly because: string;
  readonly version?: string;
}

/** A version is printed in well under a second; a program that prints none in this time is no engine. */
const PATIENCE = 15_000;

export interface Probed {
  readonly engine: Engine | null;
  readonly candidate: Candidate;
}

/** Asks a program for its version: what it is, and whether it is new enough. */
export async function probe(path: string, from: EngineOrigin): Promise<Probed> {
  const said = await ask(path);
  const candidate = (outcome: Candidate["outcome"], because: string, version?: string): Probed => ({
    engine: null,
    candidate: { from, tried: path, outcome, because, ...(version === undefined ? {} : { version }) },
  });
  if (said instanceof Error) return candidate("failed", `${path} could not be run: ${said.message}.`);
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

function ask(path: string): Promise<string | Error> {
  return new Promise((done) => {
    const child = spawn(path, ["version"], {
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      timeout: PATIENCE,
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString("utf8");
    });
    child.on("error", (error: NodeJS.ErrnoException) =>
      done(new Error(error.code === "ENOENT" ? "there is no such program" : error.message)),
    );
    child.on("close", () => done(said));
  });
}
