import type { GraphStack } from "../graph/index.ts";
import { check, contentKey, deploy, drift, plan, prepare, secretsOf } from "./commands.ts";
import { yamlTexts } from "./document.ts";
import { headerOf, type Renderer, type Rendering } from "./file.ts";
import { IMAGE_NOTE } from "./image.ts";
import { objectNames, resource } from "./kubernetes.ts";
import { needed } from "./settings.ts";

const API = "argoproj.io/v1alpha1";

const ABOUT = `Argo Workflows. terroir-plan checks, plans and keeps the plans; terroir-deploy applies the very plans that were kept, a task a stack, in the
graph's order; terroir-drift looks every night for what was changed by hand. Submit them when a commit comes in:
  argo submit --from workflowtemplate/terroir-plan -p revision=COMMIT
Secret terroir, in this namespace: TERROIR_SIGNING_KEY, TERROIR_PLANS_TOKEN, the clouds' credentials and variables that stacks ask for.
Tasks share no folder, so that each synthesizes again, which gives the same.
${IMAGE_NOTE}`;

const CURL = 'curl --silent --show-error --header "Authorization: token $TERROIR_PLANS_TOKEN"';
const FILE = '"$PLANS/$key/plans.tar.gz"';
const NOBODY = '"Nobody reviewed plans of exactly these stacks. Submit terroir-plan, read its plan, then submit terroir-deploy again."';

/** Argo Workflows: a DAG whose tasks are the stacks. */
export const argo: Renderer = (rendering) => {
  const { graph, settings, output } = rendering;
  const id = objectNames(graph);
  const again = [`${settings.command} synth`, contentKey(output)];
  const kept = (lines: readonly string[]): readonly string[] => (settings.rehearse ? [] : lines);
  const keep = [
    "mkdir -p plans && tar -czf plans.tar.gz plans",
    `${CURL} --output /dev/null --request DELETE ${FILE}`,
    `${CURL} --fail --upload-file plans.tar.gz ${FILE}`,
  ];
  const fetch = [`${CURL} --fail --location --output plans.tar.gz ${FILE} || { echo ${NOBODY}; exit 1; }`, "tar -xzf plans.tar.gz"];
  const checking = job(rendering, "check", check(rendering, "argo"), false);
  const template = (name: string, templates: readonly object[]) =>
    resource(settings, API, "WorkflowTemplate", name, workflow(rendering, templates));
  const planning = template("terroir-plan", [
    dag([task("check"), task("plan", ["check"])]),
    checking,
    job(rendering, "plan", [...again, ...plan(rendering), "cat summary.md", ...kept(keep)]),
  ]);
  const deploying = template("terroir-deploy", [
    dag([
      task("check"),
      ...graph.stacks.map((stack) => task(`deploy-${id(stack.name)}`, ["check", ...stack.dependsOn.map((one) => `deploy-${id(one)}`)])),
    ]),
    checking,
    ...graph.stacks.map((stack) => ({
      ...job(rendering, `deploy-${id(stack.name)}`, [...again, ...kept(fetch), ...deploy(rendering, stack)]),
      ...alone(stack),
    })),
  ]);
  const drifting = resource(settings, API, "CronWorkflow", "terroir-drift", {
    schedules: [settings.schedule],
    concurrencyPolicy: "Forbid",
    workflowSpec: workflow(rendering, [dag([task("drift")]), job(rendering, "drift", [...again, ...drift(rendering)])]),
  });
  return [{ path: "terroir.argo.yaml", text: yamlTexts(headerOf("argo", ABOUT), [planning, deploying, drifting]) }];
};

/** Runs of one stack take turns, of whatever workflow they are. */
const alone = ({ name }: GraphStack) => ({ synchronization: { mutexes: [{ name: `terroir-${name}` }] } });

/** So many tasks at once: a cluster has other things to do. */
const PARALLEL = 10;

const workflow = ({ settings }: Rendering, templates: readonly object[]) => ({
  entrypoint: "all",
  arguments: { parameters: [{ name: "revision", value: settings.branch }] },
  parallelism: PARALLEL,
  templates,
});

const dag = (tasks: readonly object[]) => ({ name: "all", dag: { tasks } });

const task = (name: string, after: readonly string[] = []) => ({
  name,
  template: name,
  ...(after.length === 0 ? {} : { depends: after.join(" && ") }),
});

const NAME = "Argo Workflows";

/** One task's work, in a container, on the project as it stands at the revision. */
function job(rendering: Rendering, name: string, lines: readonly string[], clouds = true): object {
  const { settings } = rendering;
  const repo = needed(settings, "repository", NAME, "https://git.example.eu/platform/stacks");
  const plans = settings.rehearse
    ? []
    : [{ name: "PLANS", value: needed(settings, "plans", NAME, "https://git.example.eu/api/packages/platform/generic/terroir-plans") }];
  return {
    name,
    activeDeadlineSeconds: String(settings.minutes * 60),
    inputs: { artifacts: [{ name: "project", path: "/work", git: { repo, revision: "{{workflow.parameters.revision}}" } }] },
    container: {
      image: settings.image,
      workingDir: "/work",
      command: ["sh", "-ec"],
      args: [`${[...prepare(rendering), ...lines].join("\n")}\n`],
      ...(clouds ? { env: [...plans, ...secretsOf(rendering).map(secret), secret("TERROIR_PLANS_TOKEN")] } : {}),
    },
  };
}

const secret = (name: string) => ({ name, valueFrom: { secretKeyRef: { name: "terroir", key: name, optional: true } } });
