import { basename, join, resolve } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { homeIn } from "../../delivery/home.ts";
import type { RunResult } from "../../delivery/index.ts";
import type { PulumiCommand, PulumiSession } from "../../delivery/pulumi/session.ts";
import { jsonDigest, signerFrom } from "../../delivery/records/index.ts";
import { BEGINNING } from "../../rehearsal/index.ts";
import { openPulumiTheatre } from "../../rehearsal/pulumi/theatre.ts";
import { confirmed } from "../delivery/confirm.ts";
import { judgedFolder } from "../delivery/folder.ts";
import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";
import { type Reporting, report } from "../delivery/report.ts";
import type { Exit } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";
import { version } from "../version.ts";
import { pulumiEngine } from "./engine.ts";
import { keptAt, requireUnderstood } from "./options.ts";
import { type StacksProgramOptions, stacksProgram } from "./stacks-program.ts";

type Options = DeliveryOptions & PulumiStoreOptions & { readonly yes?: boolean };

export interface PulumiDelivery extends Reporting {
  readonly command: PulumiCommand;
  readonly path: string | undefined;
  readonly options: Options;
  readonly taking?: StacksProgramOptions["taking"];
  /** Asked before something real is changed, unless `--yes` is said; absent: nothing is. */
  readonly question?: (stack: string) => string;
  readonly work: (session: PulumiSession) => Promise<RunResult>;
}

/** Folder → guard → one command of Pulumi's engine on the one stack that holds all of ours → what became of it. */
export async function deliverInPulumi(delivery: PulumiDelivery): Promise<Exit> {
  const { command, path, options, question, taking } = delivery;
  const { rehearse = false, yes, json } = options;
  requireUnderstood(command, options);
  const { backend, secrets, unsaid } = keptAt(options, process.env);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const signal = interruption();
  const policy = await policyFor(options.policy);
  const judged = await judgedFolder(path, options, policy, say);
  if (judged === undefined) {
    if (json) printJson({ command, ok: false, verdict: "refused", stacks: [] });
    return 1;
  }
  if (taking !== undefined && !judged.graph.stacks.some(({ name }) => name === taking.stack))
    throw new InputError(
      `There is no stack ${taking.stack} in ${judged.folder}; it has ${judged.graph.stacks.map(({ name }) => name).join(", ")}.`,
    );
  const engine = await pulumiEngine(options.engine, signal);
  const { program, assumed } = await stacksProgram(judged.folder, {
    policy,
    variables: options.var ?? {},
    madeUp: rehearse,
    ...(taking && { taking }),
  });
  const signer = await signerFrom(options.signWith, process.env);
  const [folder, stack] = [process.cwd(), options.stack ?? "main"];
  const project = basename(folder).replace(/[^\w.-]/g, "-") || "project";
  const home = homeIn(folder, rehearse);
  if (rehearse) say(BEGINNING);
  // Its clouds and its state outlive the run: what one command makes the next one finds.
  const theatre = rehearse ? await openPulumiTheatre({ project, stack, world: join(home.folder, "pulumi.json") }) : undefined;
  try {
    const result = await delivery.work({
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
      env: process.env,
      signal,
      say,
      ...(theatre && { rehearsal: { folder: theatre.folder, env: theatre.env, assumed: [...assumed, ...theatre.assumed, ...unsaid] } }),
      ...(question && !rehearse && yes !== true && { confirm: () => confirmed(question(stack)) }),
    });
    return report(delivery, result);
  } finally {
    theatre?.close();
  }
}
