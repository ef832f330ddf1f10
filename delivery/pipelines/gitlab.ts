import { check, contentKey, deploy, drift, ERRORED, keepsState, plan, prepare } from "./commands.ts";
import { yamlText } from "./document.ts";
import { headerOf, ONLY_CHECKS, type Renderer, type Rendering } from "./file.ts";
import { gated } from "./gitlab-needs.ts";
import { IMAGE_NOTE } from "./image.ts";
import { namesFor } from "./names.ts";

const ABOUT = `On a merge request: check, then plan, signed with the review's key; the summary is linked in the merge request.
On the default branch: the very plans that were reviewed, one job a stack, in the order of the graph.
Started by hand there: plan anew, read the summary, let \`reviewed\` go on: for a stack that waited for another, or whose state moved on.
On a schedule: drift. Make one under Build > Pipeline schedules.

Settings > CI/CD > Variables, masked: TERROIR_SIGNING_KEY and the clouds' credentials, once for the environment \`plan\` (may read), once for
\`deploy/*\` (may write, protected). Plans are kept in the project's package registry.`;

const PACKAGES = '"$CI_API_V4_URL/projects/$CI_PROJECT_ID/packages/generic/terroir-plans/$key/plans.tar.gz"';
const CURL = 'curl --fail --silent --show-error --header "JOB-TOKEN: $CI_JOB_TOKEN"';

const NOBODY =
  '"Nobody reviewed plans of exactly these stacks. Run a pipeline by hand on this branch, read its plan, then start its job reviewed."';

const REQUEST = { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' };
const onBranch = (...sources: readonly string[]) =>
  sources.map((source) => ({ if: `$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "${source}"` }));

/** A DAG in one file: each stack's job begins as soon as those that it depends on are done. */
export const gitlab: Renderer = (rendering) => {
  const { settings, output, graph } = rendering;
  const id = namesFor(graph);
  const job = { image: settings.image, timeout: `${settings.minutes} minutes`, interruptible: false };
  const pipeline = {
    stages: graph.stacks.length === 0 ? ["check"] : ["check", "plan", "deploy", "drift"],
    workflow: { rules: [REQUEST, { if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }] },
    ".terroir": {
      ...job,
      ...(settings.runner === null ? {} : { tags: [settings.runner] }),
      variables: { npm_config_cache: "$CI_PROJECT_DIR/.npm", XDG_CACHE_HOME: "$CI_PROJECT_DIR/.cache" },
      cache: { key: { files: ["package-lock.json"] }, paths: [".npm", ".cache/terroir"] },
      before_script: [...prepare(rendering)],
    },
    check: {
      extends: ".terroir",
      stage: "check",
      script: [...check(rendering, "gitlab")],
      artifacts: { paths: [output], expire_in: "30 days" },
    },
    ...(graph.stacks.length === 0 ? {} : working(rendering, id)),
  };
  return [
    {
      path: ".gitlab-ci.yml",
      text: yamlText(headerOf("gitlab", graph.stacks.length === 0 ? ONLY_CHECKS : ABOUT), pipeline, {
        notes: { ".terroir/image": IMAGE_NOTE, ...(graph.stacks.length === 0 ? {} : NOTES) },
      }),
    },
  ];
};

const NOTES = {
  plan: "A stack that reads what is not applied yet is reported as blocked, and planned by hand once it is.",
  reviewed: "Fetches the plans that were made for exactly these stacks. What is not among them, or was changed, is not applied.",
};

function working(rendering: Rendering, id: (stack: string) => string): object {
  const { settings, output, graph } = rendering;
  const token = settings.audience === null ? {} : { id_tokens: { TERROIR_ID_TOKEN: { aud: settings.audience } } };
  const needs = gated(graph, (stack) => `deploy:${id(stack)}`);
  const deployed = onBranch("push", "web");
  return {
    plan: {
      extends: ".terroir",
      stage: "plan",
      needs: ["check"],
      rules: [REQUEST, ...onBranch("web")],
      environment: { name: "plan", action: "access" },
      ...token,
      script: [
        ...plan(rendering),
        contentKey(output),
        "mkdir -p plans && tar -czf plans.tar.gz plans",
        ...(settings.rehearse ? [] : [`${CURL} --upload-file plans.tar.gz ${PACKAGES}`]),
      ],
      artifacts: { when: "always", access: "developer", expose_as: "Terroir plan", paths: ["summary.md"], expire_in: "30 days" },
    },
    reviewed: {
      extends: ".terroir",
      stage: "deploy",
      needs: ["check", { job: "plan", optional: true }],
      rules: [...onBranch("push"), ...onBranch("web").map((rule) => ({ ...rule, when: "manual" }))],
      before_script: [],
      script: [
        contentKey(output),
        "mkdir -p plans",
        ...(settings.rehearse
          ? []
          : [`${CURL} --location --output plans.tar.gz ${PACKAGES} || { echo ${NOBODY}; exit 1; }`, "tar -xzf plans.tar.gz"]),
      ],
      artifacts: { access: "developer", paths: ["plans"], expire_in: "1 day" },
    },
    ...needs.gates,
    ...Object.fromEntries(
      graph.stacks.map((stack) => [
        `deploy:${id(stack.name)}`,
        {
          extends: ".terroir",
          stage: "deploy",
          needs: ["check", "reviewed", ...needs.of(stack)],
          rules: deployed,
          resource_group: stack.name,
          environment: { name: `deploy/${id(stack.name)}` },
          ...token,
          script: [...deploy(rendering, stack)],
          ...(keepsState(rendering, stack)
            ? { artifacts: { when: "on_failure", access: "developer", paths: [ERRORED], expire_in: "30 days" } }
            : {}),
        },
      ]),
    ),
    drift: {
      extends: ".terroir",
      stage: "drift",
      needs: ["check"],
      rules: onBranch("schedule"),
      environment: { name: "plan", action: "access" },
      ...token,
      script: [...drift(rendering)],
    },
  };
}
