import { resolve } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { text } from "../../evidence/formats/text.ts";
import { judge, type Policy, type Report } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { NOTICE } from "../../rehearsal/index.ts";
import { PULUMI_PHASES, rehearsePulumi } from "../../rehearsal/pulumi/rehearse.ts";
import type { Exit } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { print, printJson } from "../io/print.ts";
import { progress } from "../io/progress.ts";
import { policyFor } from "../policy-file.ts";
import { pulumiEngine } from "../pulumi/engine.ts";
import { isPulumiProject, pulumiProject } from "../pulumi/project.ts";
import { type StacksProgram, stacksProgram } from "../pulumi/stacks-program.ts";
import { rehearsalText } from "../rehearsal-text.ts";
import { judgedProject } from "./judged-project.ts";
import type { RehearseOptions } from "./rehearse-options.ts";

/** Project or folder → guard → Pulumi's real engine with simulated providers → guard on the preview → what became of it. */
export async function rehearseInPulumi(path: string | undefined, options: RehearseOptions): Promise<Exit> {
  if (options.faults !== undefined)
    throw new InputError("Faults are played with OpenTofu or Terraform: leave out --faults, or --engine pulumi.");
  const signal = interruption();
  const shown = await progress();
  const say = (line: string): void => shown.step(line);
  try {
    const engine = await pulumiEngine(options.engine, signal);
    const policy = await policyFor(options.policy);
    const played = await toPlay(path, options, policy, say);
    if (played === undefined) return 1;
    const { folder, synthesis, name, program, assumed, config } = played;
    const reports = new Map<string, Report>();
    const report = await rehearsePulumi({
      engine,
      name,
      folder: resolve(folder),
      program,
      assumed,
      ...(config && { config }),
      say,
      signal,
      judge(preview) {
        const said = judge([readPulumi(preview, `the preview of ${name}`)], policy);
        reports.set(name, said);
        return said.verdict === "refused" ? text(said) : null;
      },
      ...(options.world !== undefined && { world: resolve(options.world) }),
      phases: PULUMI_PHASES.filter((phase) => phase !== "destroy" || options.keep !== true),
    });
    shown.end();
    const byItself = report.stacks.some(({ phases }) => phases.some(({ refused }) => refused));
    const isRefused = byItself || [...reports.values()].some(({ verdict }) => verdict === "refused");
    const plans = Object.fromEntries(reports);
    if (options.json) printJson({ ...report, verdict: isRefused ? "refused" : "inside", synthesis, plans });
    else print(rehearsalText(report, synthesis, reports));
    if (isRefused) return 1;
    return report.ok ? 0 : 3;
  } finally {
    shown.end();
  }
}

interface ToPlay extends StacksProgram {
  readonly folder: string;
  readonly config?: Readonly<Record<string, string>>;
  /** What was said before any engine ran; a program of Pulumi's own is judged by its preview. */
  readonly synthesis: Report | undefined;
}

/** A program of Pulumi's own where one stands, else our stacks; undefined when the guard refused them, which has been said. */
async function toPlay(
  path: string | undefined,
  options: RehearseOptions,
  policy: Policy,
  say: (line: string) => void,
): Promise<ToPlay | undefined> {
  if (path !== undefined && isPulumiProject(path)) return { ...pulumiProject(path), folder: path, synthesis: undefined };
  const { folder, synthesis } = await judgedProject(path, options, say);
  if (folder !== undefined) return { ...(await stacksProgram(folder, { policy, madeUp: true })), folder, synthesis };
  if (options.json) printJson({ simulated: true, notice: NOTICE, ok: false, verdict: "refused", synthesis, plans: {}, stacks: [] });
  return undefined;
}
