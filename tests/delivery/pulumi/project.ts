import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PulumiSession } from "../../../delivery/pulumi/session.ts";
import { parseEnvelope, type Statement, statementIn } from "../../../delivery/records/index.ts";
import { definePolicy } from "../../../guard/index.ts";
import { openStack, type PulumiStack, pulumiEngine } from "../../pulumi/harness.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { testSigner } from "../run/project.ts";

/** A project that is deployed with Pulumi's engine: for real to whoever deploys, into simulated clouds. */
export interface PulumiProject {
  readonly folder: string;
  /** The folder that its state lies in, which is none of the clouds'. */
  readonly state: string;
  readonly clouds: PulumiStack;
  /** What its sessions said. */
  readonly said: string[];
  session(more: Pick<PulumiSession, "program"> & Partial<PulumiSession>): PulumiSession;
  /** What a record says, if this project's key signed it. */
  recordIn(file: string | undefined): Statement;
  close(): void;
}

export async function pulumiProject(): Promise<PulumiProject> {
  if (pulumiEngine === null) throw new Error("Pulumi's engine is missing");
  const engine = pulumiEngine;
  const folder = scratch();
  const state = join(folder, "state");
  mkdirSync(state);
  const clouds = await openStack();
  const said: string[] = [];
  const signer = testSigner();
  return {
    folder,
    state,
    clouds,
    said,
    session: (more) => ({
      engine,
      folder,
      project: "shop",
      stack: "main",
      content: `sha256:${"0".repeat(64)}`,
      backend: `file://${state}`,
      secrets: "passphrase",
      policy: definePolicy({ backends: { local: true } }),
      signer,
      terroir: "0.0.0",
      records: join(folder, "records"),
      env: { ...clouds.env, PULUMI_BACKEND_URL: undefined },
      say: (line) => void said.push(line),
      ...more,
    }),
    recordIn(file = "") {
      const { keyId, publicKey: key } = signer;
      return statementIn(parseEnvelope(readFileSync(file, "utf8"), file), [{ keyId, key }], file);
    },
    close: () => clouds.close(),
  };
}
