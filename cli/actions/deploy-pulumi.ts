import { basename, resolve } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { homeIn } from "../../delivery/home.ts";
import { exitOf } from "../../delivery/index.ts";
import { deployWithPulumi } from "../../delivery/pulumi/deploy.ts";
import { jsonDigest, signerFrom } from "../../delivery/records/index.ts";
import { NOTICE } from "../../rehearsal/index.ts";
import { openPulumiTheatre } from "../../rehearsal/pulumi/theatre.ts";
import { confirmed } from "../delivery/confirm.ts";
import { judgedFolder } from "../delivery/folder.ts";
import { runText } from "../delivery/text.ts";
import type { Exit } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { marks } from "../io/colour.ts";
import { print, printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";
import { pulumiEngine } from "../pulumi/engine.ts";
import { stacksProgram } from "../pulumi/stacks-program.ts";
import { version } from "../version.ts";
import type { DeployOptions } from "./deploy-options.ts";

const { env } = process;

/** Folder → guard → where state would lie → preview → guard → exactly that update, with Pulumi's engine. */
export async function deployInPulumi(path: string | undefined, options: DeployOptions): Promise<Exit> {
  const { rehearse = false, yes, json } = options;
  requireUnderstood(options);
  const { backend, secrets } = keptAt(options);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const signal = interruption();
  const policy = await policyFor(options.policy);
  const judged = await judgedFolder(path, options, policy, say);
  if (judged === undefined) {
    if (json) printJson({ command: "deploy", ok: false, verdict: "refused", stacks: [] });
    return 1;
  }
  const engine = await pulumiEngine(options.engine, signal);
  const { program, assumed } = await stacksProgram(judged.folder, { policy, variables: options.var ?? {}, madeUp: rehearse });
  const signer = await signerFrom(options.signWith, env);
  const [folder, stack] = [process.cwd(), options.stack ?? "main"];
  const project = basename(folder).replace(/[^\w.-]/g, "-") || "project";
  const home = homeIn(folder, rehearse);
  if (rehearse) say(NOTICE);
  const theatre = rehearse ? await openPulumiTheatre({ project, stack }) : undefined;
  try {
    const result = await deployWithPulumi({
      engine,
      program,
      folder,
      project,
      stack,
      content: `sha256:${jsonDigest(judged.graph)}`,
      backend,
      secrets,
      policy,
      signer,
      terroir: version(),
      records: options.records === undefined ? home.records : resolve(options.records),
      env,
      signal,
      say,
      ...(theatre && { rehearsal: { folder: theatre.folder, env: theatre.env, assumed: [...assumed, ...theatre.assumed] } }),
      ...(!rehearse && yes !== true && { confirm: () => confirmed(`Deploy ${stack} for real?`) }),
    });
    const exit = exitOf(result);
    const verdict = exit === 1 ? "refused" : "inside";
    if (json) printJson({ ok: exit === 0, verdict, ...(rehearse && { simulated: true, notice: NOTICE }), ...result });
    else print(runText(result, marks(process.stdout)));
    return exit;
  } finally {
    theatre?.close();
  }
}

/** Options that mean something to Terraform's engine alone are refused, not passed over. */
function requireUnderstood(options: DeployOptions): void {
  const { plans, requireRecordFrom, only, changedSince, target, faults, continue: goOn } = options;
  const foreign = Object.entries({
    plans,
    "require-record-from": requireRecordFrom,
    only,
    "changed-since": changedSince,
    target,
    faults,
    continue: goOn,
  });
  const said = foreign.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`]));
  if (said.length > 0) throw new InputError(`With Pulumi's engine all stacks are deployed together: leave out ${said.join(", ")}.`);
}

function keptAt(options: DeployOptions): { readonly backend: string; readonly secrets: string } {
  const backend = options.backend ?? env["PULUMI_BACKEND_URL"];
  if (backend === undefined || backend === "")
    throw new InputError(
      "Nothing says where Pulumi keeps the state. Say --backend s3://BUCKET?endpoint=s3.gra.io.cloud.ovh.net&region=gra (or set PULUMI_BACKEND_URL): without it Pulumi would ask its own cloud.",
    );
  const secrets = options.secretsProvider ?? "passphrase";
  const isSaid = [env["PULUMI_CONFIG_PASSPHRASE"], env["PULUMI_CONFIG_PASSPHRASE_FILE"]].some((one) => one !== undefined && one !== "");
  if (secrets === "passphrase" && options.rehearse !== true && !isSaid)
    throw new InputError(
      "The secrets of the state are encrypted with a passphrase: set PULUMI_CONFIG_PASSPHRASE, or name another --secrets-provider.",
    );
  return { backend, secrets };
}
