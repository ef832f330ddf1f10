import { resolve } from "node:path";
import { EngineError, TerroirError } from "../../catalogue/errors.ts";
import { version } from "../../catalogue/version.ts";
import { explainMissing, findEngine } from "../../engines/index.ts";
import { defaultPolicy, type Policy, type Report } from "../../guard/index.ts";
import { judgeFolder, verdictCache } from "../gate/judge-folder.ts";
import { readGraph } from "../graph/index.ts";
import { publicKeyFrom, signerFrom } from "../records/index.ts";
import type { Run } from "../run/run.ts";
import { withRun } from "../run/session.ts";

/** What a worker works with: stacks, policy, engine, keys. */
export interface StackWork {
  /** The synthesized folder: a copy that this worker alone works in, on disk that it keeps. */
  readonly folder: string;
  /** Where it keeps logs, records of states that are elsewhere, and plans that wait. Its own, and kept when it is started again. @default "." */
  readonly home?: string;
  /** What every plan is judged by. @default the default policy */
  readonly policy?: Policy;
  /** The engine: a path, or a program's name. @default the first that is found */
  readonly engine?: string;
  /** The key that signs records: a file with an Ed25519 key in PEM, or `transit:MOUNT/KEY`. @default TERROIR_SIGNING_KEY, or a key of this user */
  readonly signWith?: string;
  /** A folder with plans that were reviewed elsewhere (`terroir plan --out`): those are applied, and no others. @default each stack is planned here */
  readonly plans?: string;
  /** Public keys (PEM files) of reviewers: only what a record of theirs covers is applied. @default any plan that the guard lets pass */
  readonly requireRecordFrom?: readonly string[];
  /** Folder for records. @default beside each state, where that is a file here; else in `home` */
  readonly records?: string;
  /** With simulated clouds, for trying it: they are this worker's own, and no other worker sees them. @default false */
  readonly rehearse?: boolean;
  /** How long to wait for a state's lock: an engine that a dead worker left holds it until it ends. @default "10m" */
  readonly lockTimeout?: string;
  /** Told what goes on, line by line. @default nothing */
  readonly say?: (line: string) => void;
}

/** A run that is open as long as the worker is. */
export interface OpenRun {
  readonly run: Run;
  /** Ends it, when the stacks that are being worked on are over. */
  close(): Promise<void>;
}

/** So many are told; the command tells all. */
const TOLD = 5;

function refusal(folder: string, { findings }: Report): string {
  const refused = findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
  const lines = refused.slice(0, TOLD).map(({ rule, address, message }) => `  ${rule}: ${address}: ${message}`);
  return `The guard refuses ${folder}, so this worker deploys nothing of it. \`terroir check ${folder}\` says all of it:\n${lines.join("\n")}`;
}

/**
 * Judges the folder and opens a run over it. What an earlier worker with the same home left unfinished is brought to its end first.
 *
 * @throws TerroirError when the guard refuses the folder
 */
export async function openRun(work: StackWork, parallel: number): Promise<OpenRun> {
  const { policy = defaultPolicy, say = () => {}, home = "." } = work;
  const { env } = process;
  const folder = resolve(work.folder);
  const graph = readGraph(folder);
  const report = judgeFolder({ folder, graph, policy, terroir: version(), cache: verdictCache(env) });
  if (report.verdict !== "inside") throw new TerroirError(refusal(work.folder, report), 1);
  const search = await findEngine({ env: work.engine === undefined ? env : { ...env, TERRAFORM_BINARY_NAME: work.engine }, say });
  if (search.engine === null) throw new EngineError(explainMissing(search));
  const { engine } = search;
  const signer = await signerFrom(work.signWith, env);
  const stop = new AbortController();
  return new Promise((opened, failed) => {
    const over = withRun(
      {
        command: "deploy",
        project: resolve(home),
        folder,
        graph,
        policy,
        engine,
        signer,
        terroir: version(),
        env,
        signal: stop.signal,
        tell: (told) => say("say" in told ? told.say : `${told.stack}: ${"over" in told ? told.over : told.phase}`),
        rehearse: work.rehearse ?? false,
        parallel,
        lockTimeout: work.lockTimeout ?? "10m",
        ...(work.records !== undefined && { records: resolve(work.records) }),
        ...(work.plans !== undefined && { plans: resolve(work.plans) }),
        ...(work.requireRecordFrom !== undefined && { reviewers: work.requireRecordFrom.map(publicKeyFrom) }),
      },
      (run) =>
        new Promise<void>((closed) => {
          opened({
            run,
            close() {
              closed();
              return over;
            },
          });
        }),
    );
    over.catch(failed);
  });
}
