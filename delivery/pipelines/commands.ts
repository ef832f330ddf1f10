import type { Graph, GraphStack } from "../graph/index.ts";
import { dependenciesOf } from "../graph/index.ts";
import type { Rendering } from "./file.ts";

/** How long a job waits for another that holds a state. */
const PATIENCE = "--lock-timeout 10m";

/** What every job begins with. */
export const prepare = ({ settings }: Rendering): readonly string[] => [settings.install, `${settings.command} engine --install`];

/** Needs no credentials: runs the program, judges what it wrote, and lives its whole life against simulated clouds. */
export const check = ({ settings, output, graph }: Rendering, engine: string): readonly string[] => [
  ...settings.checks,
  `${settings.command} synth`,
  ...(graph.stacks.length === 0 ? [] : [`${settings.command} ci ${engine} ${output} --check`]),
  `${settings.command} check ${output}`,
  `${settings.command} rehearse ${output}`,
];

/** Plans and judges all stacks together: only so is a stack that reads what another changes held back. */
export const plan = ({ settings, output }: Rendering): readonly string[] => [
  ...settings.before,
  `${settings.command} plan ${output} --continue --out plans --summary summary.md ${PATIENCE}${rehearsal(settings)}`,
];

/** Deploys one stack by the plan that was reviewed. A rehearsal's states are on no other machine: it brings along what the stack depends on. */
export function deploy(rendering: Rendering, stack: GraphStack): readonly string[] {
  const { settings, output, graph } = rendering;
  const only = settings.rehearse ? dependenciesOf(graph, [stack.name]).join(",") : stack.name;
  const reviewed = settings.rehearse ? "" : ` --plans plans --require-record-from ${settings.reviewKey}`;
  return [...settings.before, `${settings.command} deploy ${output} --only ${only}${reviewed} --yes ${PATIENCE}${rehearsal(settings)}`];
}

export const drift = ({ settings, output }: Rendering): readonly string[] => [
  ...settings.before,
  `${settings.command} drift ${output} ${PATIENCE}${rehearsal(settings)}`,
];

const rehearsal = ({ rehearse }: { readonly rehearse: boolean }): string => (rehearse ? " --rehearse" : "");

/** Names of the secrets that jobs with access to clouds need: the project's, and the variables that its stacks ask for. */
export function secretsOf({ graph, settings }: Rendering): readonly string[] {
  return [...new Set(["TERROIR_SIGNING_KEY", ...settings.secrets, ...variablesOf(graph)])].sort();
}

const variablesOf = (graph: Graph): readonly string[] =>
  graph.stacks.flatMap(({ variables }) => variables.map(({ name }) => `TF_VAR_${name}`)).filter((name) => /^\w+$/.test(name));

/**
 * Plans are kept under the digest of the graph that they were made for: whoever deploys finds those of exactly the stacks in hand, however the merge
 * request was merged.
 */
export const contentKey = (output: string): string => `key=$(sha256sum ${output}/graph.json | cut -c 1-64)`;

/** Where an engine leaves a state that its store did not take. */
export const ERRORED = ".terroir/runs/*/*/errored.tfstate";

/**
 * Whether a job keeps what its store did not take: a runner is thrown away, and with it the only copy. In clear nothing of it is handed on, since whoever
 * may see the pipeline would read every secret in it.
 */
export const keepsState = ({ settings }: Rendering, { backend }: GraphStack): boolean =>
  !settings.rehearse && backend.encrypted && backend.type !== "local";
