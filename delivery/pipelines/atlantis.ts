import { yamlText } from "./document.ts";
import { headerOf, type Renderer } from "./file.ts";
import { namesFor } from "./names.ts";

const ABOUT = `Atlantis plans and applies by itself; the guard judges each plan in between. The server must synthesize first (pre_workflow_hooks) and allow
this repository its own workflow (allow_custom_workflows). Its locks and its comments are Atlantis' own; records of runs are not kept.`;

/**
 * Atlantis. Groups alone say the order: with `depends_on` beside them a second apply is needed (https://github.com/runatlantis/atlantis/issues/5791,
 * read 2026-11-23).
 */
export const atlantis: Renderer = ({ graph, settings, output }) => {
  const id = namesFor(graph);
  const judged = `cd "$(git rev-parse --show-toplevel)" && ${settings.command} check "$SHOWFILE"`;
  const file = {
    version: 3,
    parallel_plan: true,
    parallel_apply: true,
    abort_on_execution_order_fail: true,
    projects: graph.stacks.map(({ name, folder, level }) => ({
      name: id(name),
      dir: `${output}/${folder}`,
      workflow: "terroir",
      execution_order_group: level,
      autoplan: { enabled: true, when_modified: ["*.tf.json"] },
    })),
    workflows: { terroir: { plan: { steps: ["init", "plan", "show", { run: judged }] }, apply: { steps: ["apply"] } } },
  };
  const notes = { abort_on_execution_order_fail: "A group that failed ends the order: what builds on it is not begun." };
  return [{ path: "atlantis.yaml", text: yamlText(headerOf("atlantis", ABOUT), file, { notes }) }];
};
