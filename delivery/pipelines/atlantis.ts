import { yamlText } from "./document.ts";
import { headerOf, type Renderer } from "./file.ts";
import { namesFor } from "./names.ts";

/** What the server is told, in its own configuration: the hook does not run before an apply, since a synthesis would take the plans away. */
const ABOUT = (
  install: string,
  command: string,
): string => `Atlantis plans and applies by itself; the guard judges each plan in between. Its locks and its comments are Atlantis' own; records of runs are not
kept. It needs Node on the server, the flag --fail-on-pre-workflow-hook-error, and in the server's repos.yaml:

  repos:
    - id: git.example.eu/platform/stacks
      allow_custom_workflows: true
      allowed_overrides: [workflow]
      pre_workflow_hooks:
        - run: ${install} && ${command} synth
          commands: plan`;

/** What a stack is made from: it is not in the repository itself, and Atlantis plans what a merge request changes. */
const SOURCES = ["ts", "mts", "cts", "js", "mjs", "cjs", "json", "tf"];

/**
 * Atlantis. Groups alone say the order: with `depends_on` beside them a second apply is needed (https://github.com/runatlantis/atlantis/issues/5791,
 * read 2026-11-23). Atlantis 0.35.0 knows `terraform_distribution`, takes `when_modified` from the project's folder and asks a hook's `commands` (its
 * source, read 2026-11-28).
 */
export const atlantis: Renderer = ({ graph, settings, output }) => {
  const id = namesFor(graph);
  const judged = `cd "$(git rev-parse --show-toplevel)" && ${settings.command} check "$SHOWFILE"`;
  const file = {
    version: 3,
    parallel_plan: true,
    parallel_apply: true,
    abort_on_execution_order_fail: true,
    projects: graph.stacks.map(({ name, folder, level, backend }) => ({
      name: id(name),
      dir: `${output}/${folder}`,
      workflow: "terroir",
      // Only OpenTofu encrypts what it writes.
      ...(backend.encrypted && { terraform_distribution: "opentofu" }),
      execution_order_group: level,
      autoplan: { enabled: true, when_modified: SOURCES.map((end) => `${upFrom(`${output}/${folder}`)}**/*.${end}`) },
    })),
    workflows: { terroir: { plan: { steps: ["init", "plan", "show", { run: judged }] }, apply: { steps: ["apply"] } } },
  };
  const notes = { abort_on_execution_order_fail: "A group that failed ends the order: what builds on it is not begun." };
  return [{ path: "atlantis.yaml", text: yamlText(headerOf("atlantis", ABOUT(settings.install, settings.command)), file, { notes }) }];
};

/** The way from a folder up to the repository's own. */
const upFrom = (folder: string): string =>
  folder
    .split("/")
    .map((step) => (step === "." || step === "" ? "" : "../"))
    .join("");
