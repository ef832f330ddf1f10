import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError, TerroirError } from "../../catalogue/errors.ts";
import { graphOf } from "../../delivery/graph/index.ts";
import { asItIs, judgePlan } from "../../delivery/index.ts";
import {
  localSigner,
  type PublicKey,
  parseEnvelope,
  publicKeyFrom,
  type Record,
  reproduce,
  statementIn,
  untimely,
} from "../../delivery/records/index.ts";
import { quiet, runProgram, shownJson } from "../../engines/index.ts";
import { type Infrastructure, type Json, readSynthesized, SiblingStacks } from "../../guard/index.ts";
import { parseText } from "../../guard/views/shown/parse.ts";
import { MARK } from "../../rehearsal/staging/type-values.ts";
import { recordText } from "../delivery/record-text.ts";
import { engineFor } from "../engine-for.ts";
import type { Exit } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { print, printJson } from "../io/print.ts";
import { planNotShown } from "../plan-not-shown.ts";
import { policyFor } from "../policy-file.ts";

export interface VerifyOptions {
  readonly key?: readonly string[];
  readonly policy?: string;
  readonly path: string;
  readonly engine?: string;
  readonly json?: boolean;
}

/** Signature, then plan, policy, catalogue, verdicts: the first that does not hold is said. */
export async function verify(recordFile: string, planFile: string, options: VerifyOptions): Promise<Exit> {
  const envelope = parseEnvelope(await recordText(recordFile, options.path), recordFile);
  const statement = statementIn(envelope, trusted(options.key), recordFile);
  const when = untimely(statement, recordFile);
  if (when !== null) throw new TerroirError(when, 1);
  const { predicate } = statement;
  const policy = await policyFor(options.policy);
  const plan = await planIn(planFile, predicate, options);
  const program = programOf(options.path, predicate);
  reproduce(statement, {
    origin: recordFile,
    plan,
    planOrigin: planFile,
    policy,
    judge: (asOf, terroir) =>
      judgePlan({
        stack: predicate.stack,
        plan: predicate.step === "drift" ? asItIs(plan) : plan,
        policy,
        program,
        terroir,
        asOf,
        targets: predicate.judgement.targets,
        madeUp: predicate.run.rehearsed ? MARK : undefined,
      }).judgement,
  });
  const [signature] = envelope.signatures;
  const { judgement, run } = predicate;
  if (options.json) printJson({ verified: true, signedBy: signature?.keyid ?? null, statement });
  else
    print(
      `Verified: ${recordFile}\n  stack ${predicate.stack}, ${predicate.step}: ${predicate.outcome}, ${judgement.verdict} under policy ${judgement.policy.name} as of ${judgement.asOf}\n` +
        `  by ${run.by}, ${run.ended}, signed with ${signature?.keyid.slice(0, 16)}…\n  Judging the plan again gives the same, bit for bit.${run.rehearsed ? "\n  It is of a rehearsal: nothing of it was real." : ""}`,
    );
  return 0;
}

function textOf(file: string, what: string): string {
  if (!existsSync(file)) throw new InputError(`There is no ${what} ${file}.`);
  return readFileSync(file, "utf8");
}

const trusted = (files: readonly string[] | undefined): readonly PublicKey[] => {
  if (files !== undefined) return files.map(publicKeyFrom);
  const { keyId, publicKey } = localSigner(process.env);
  return [{ keyId, key: publicKey }];
};

/** A plan in JSON as it stands; one of the engine's is shown by the engine, in the folder that has its key. */
async function planIn(file: string, { stack }: Record, options: VerifyOptions): Promise<Json> {
  const text = textOf(file, "plan");
  const isEngines = text.startsWith("PK\u0003\u0004") || /^\{[^{]*"encrypted_data"/.test(text) || text.includes('"encryption_version"');
  if (!isEngines) return parseText(text, file);
  const signal = interruption();
  const engine = await engineFor(options.engine, signal);
  const folder = graphOf(options.path).stacks.find(({ name }) => name === stack)?.folder;
  if (folder === undefined)
    throw new InputError(
      `${options.path} has no stack ${stack}. Name its synthesized folder with --path, or give the plan in JSON: tofu show -json ${file} > plan.json`,
    );
  const cwd = join(options.path, folder);
  const { code, stdout, stderr } = await runProgram(engine.path, ["show", "-json", "-no-color", resolve(file)], {
    cwd,
    env: quiet(process.env),
    signal,
  });
  if (code !== 0) throw planNotShown({ file, folder: cwd, engine, output: stderr, otherwise: jsonBeside(file) });
  return shownJson(stdout) as Json;
}

/** `terroir plan --out` writes both; a plan of a rehearsal no engine shows outside of it. */
function jsonBeside(file: string): string {
  const beside = file.replace(/\.tfplan$/, ".plan.json");
  return beside !== file && existsSync(beside)
    ? `Or name the same plan in JSON, which lies beside it: ${beside}`
    : "Or give the plan in JSON.";
}

/** Which construct made what, where the folder is still the one that was planned. */
function programOf(path: string, { stack, content }: Record): Infrastructure | undefined {
  if (!existsSync(join(path, "manifest.json"))) return undefined;
  const found = graphOf(path).stacks.find(({ name, digest }) => name === stack && digest === content);
  return found === undefined ? undefined : readSynthesized(join(path, found.folder), { beside: new SiblingStacks(path) })[0];
}
