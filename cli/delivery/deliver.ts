import { resolve } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { checkEngine } from "../../delivery/doctor/index.ts";
import type { Graph } from "../../delivery/graph/index.ts";
import { type Run, type RunResult, type SessionOptions, select, withRun } from "../../delivery/index.ts";
import { signerFrom } from "../../delivery/records/index.ts";
import type { Engine } from "../../engines/index.ts";
import { BEGINNING } from "../../rehearsal/index.ts";
import { engineFor } from "../engine-for.ts";
import type { Exit } from "../exit.ts";
import { faultsFrom } from "../fault-file.ts";
import { interruption } from "../interrupt.ts";
import { print, printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";
import { isPulumi } from "../pulumi/engine.ts";
import { version } from "../version.ts";
import { graphSince } from "./changed.ts";
import { display } from "./display.ts";
import { judgedFolder } from "./folder.ts";
import type { DeliveryOptions } from "./options.ts";
import { type Reporting, report } from "./report.ts";
import { targetsIn } from "./targets.ts";
import { requireVariables } from "./variables.ts";

export interface Delivery extends Reporting {
  readonly command: Run["command"];
  readonly path: string | undefined;
  readonly options: DeliveryOptions;
  /** Settings of this command alone. */
  readonly more?: Partial<SessionOptions>;
  /** Asked before anything begins; false ends it. @default nothing is asked */
  readonly confirm?: (stacks: readonly string[]) => Promise<boolean>;
  readonly work: (run: Run, selected: readonly string[]) => Promise<RunResult>;
}

/** Folder → guard → run → what became of each stack. */
export async function deliver(delivery: Delivery): Promise<Exit> {
  const { command, path, options, more = {} } = delivery;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const targets = targetsIn(options.target);
  const faults = options.faults === undefined ? [] : faultsFrom(options.faults);
  if (isPulumi(options.engine))
    throw new InputError(
      `\`terroir ${command}\` works with OpenTofu and Terraform. Of Pulumi's state and its lock see \`pulumi state\`, \`pulumi stack\` and \`pulumi cancel\`.`,
    );
  const signal = interruption();
  const policy = await policyFor(options.policy);
  const judged = await judgedFolder(path, options, policy, say);
  if (judged === undefined) {
    if (options.json) printJson({ command, ok: false, verdict: "refused", stacks: [] });
    return 1;
  }
  const { folder, graph } = judged;
  const selected = await chosen(graph, options, say);
  if (selected.length === 0) return nothing(command, options);
  if (options.rehearse !== true) requireVariables(folder, graph, selected, options.var ?? {});
  const engine = await engineFor(options.engine, signal);
  if (options.rehearse !== true) requireAble(engine, graph, selected);
  const signer = await signerFrom(options.signWith, process.env);
  if (delivery.confirm !== undefined && !(await delivery.confirm(selected))) return 2;
  if (options.rehearse) say(BEGINNING);
  const shown = await display(selected, command);
  try {
    const result = await withRun(
      {
        command,
        project: process.cwd(),
        folder,
        graph,
        policy,
        engine,
        signer,
        terroir: version(),
        env: process.env,
        signal,
        tell: (told) => shown.tell(told),
        rehearse: options.rehearse ?? false,
        faults,
        variables: options.var ?? {},
        parallel: options.parallel,
        keepGoing: options.continue ?? false,
        targets,
        lockTimeout: options.lockTimeout,
        ...(options.records !== undefined && { records: resolve(options.records) }),
        ...more,
      },
      (run) => delivery.work(run, selected),
    );
    shown.end();
    return report(delivery, result);
  } finally {
    shown.end();
  }
}

/** An engine that cannot do what a stack asks of it would say so once a stack, in words of its own. */
function requireAble(engine: Engine, { stacks }: Graph, selected: readonly string[]): void {
  const wrong = checkEngine(
    engine,
    stacks.filter(({ name }) => selected.includes(name)),
  ).find(({ status }) => status === "problem");
  if (wrong !== undefined) throw new InputError(`${wrong.about}: ${wrong.because}. To do: ${wrong.fix}. To try without: --rehearse.`);
}

async function chosen(graph: Graph, { only, changedSince, app }: DeliveryOptions, say: (line: string) => void): Promise<readonly string[]> {
  const since = changedSince === undefined ? undefined : await graphSince(changedSince, app, say);
  return select(graph, { only, since });
}

function nothing(command: string, { json }: DeliveryOptions): Exit {
  if (json) printJson({ command, ok: true, stacks: [] });
  else print("No stack changed: nothing to do.");
  return 0;
}
