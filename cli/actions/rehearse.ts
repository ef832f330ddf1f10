import { resolve } from "node:path";
import { DEFAULT_PHASES, NOTICE, rehearse } from "../../rehearsal/index.ts";
import { engineFor } from "../engine-for.ts";
import type { Exit } from "../exit.ts";
import { faultsFrom } from "../fault-file.ts";
import { interruption } from "../interrupt.ts";
import { print, printJson } from "../io/print.ts";
import { progress } from "../io/progress.ts";
import { planJudge } from "../plan-judge.ts";
import { policyFor } from "../policy-file.ts";
import { isPulumi } from "../pulumi/engine.ts";
import { rehearsalText } from "../rehearsal-text.ts";
import { stacksIn } from "../stacks.ts";
import { judgedProject } from "./judged-project.ts";
import type { RehearseOptions } from "./rehearse-options.ts";

/** Project or folder → guard → the real engine with simulated providers, stack by stack → guard on every plan → what became of it. */
export async function rehearseProject(path: string | undefined, options: RehearseOptions): Promise<Exit> {
  if (isPulumi(options.engine)) return (await import("./rehearse-pulumi.ts")).rehearseInPulumi(path, options);
  const faults = options.faults === undefined ? [] : faultsFrom(options.faults);
  const signal = interruption();
  const shown = await progress();
  const say = (line: string): void => shown.step(line);
  try {
    // First of all: without an engine nothing else is worth waiting for.
    const engine = await engineFor(options.engine, signal);
    const { folder, synthesis } = await judgedProject(path, options, say);
    if (folder === undefined) {
      shown.end();
      if (options.json) printJson({ simulated: true, notice: NOTICE, ok: false, verdict: "refused", synthesis, plans: {}, stacks: [] });
      return 1;
    }
    const stacks = stacksIn(folder) ?? [{ folder: resolve(folder) }];
    const { judge, reports } = planJudge(await policyFor(options.policy), stacks);
    const report = await rehearse({
      engine,
      stacks,
      faults,
      judge,
      say,
      signal,
      ...(options.world !== undefined && { world: resolve(options.world) }),
      phases: DEFAULT_PHASES.filter((phase) => phase !== "destroy" || options.keep !== true),
    });
    shown.end();
    const plans = Object.fromEntries(reports);
    const isRefused = Object.values(plans).some(({ verdict }) => verdict === "refused");
    if (options.json) printJson({ ...report, verdict: isRefused ? "refused" : "inside", synthesis, plans });
    else print(rehearsalText(report, synthesis, reports));
    if (isRefused) return 1;
    return report.ok ? 0 : 3;
  } finally {
    shown.end();
  }
}
