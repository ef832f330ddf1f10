import { type Flavour, FORGEJO, GITHUB, type StepOf } from "./actions-flavour.ts";
import { check, deploy, drift, keepsState, plan, prepare, secretsOf } from "./commands.ts";
import { yamlText } from "./document.ts";
import { headerOf, ONLY_CHECKS, type PipelineFile, type Renderer, type Rendering } from "./file.ts";
import { IMAGE_NOTE } from "./image.ts";
import { identifier, namesFor } from "./names.ts";

const ABOUT = `On a pull request: check, then plan, signed with the review's key; what it would do is said in a summary.
On the branch that is deployed: the very plans that were reviewed, one job a stack, in the order of the graph.
Started by hand with "plan", read, then with "deploy": for a stack that waited for another, or whose state moved on.
On a schedule: drift.
`;

const WHERE = {
  github: `Settings > Environments: "plan" with credentials that may read, "deploy" with those that may write, for this branch only; both with
TERROIR_SIGNING_KEY. In a public repository everybody can read artifacts, plans among them.`,
  forgejo: `Settings > Actions > Secrets: TERROIR_SIGNING_KEY, TERROIR_PLANS_TOKEN (may write packages, where plans are kept), the clouds' credentials.`,
} as const;

/** GitHub Actions. */
export const github: Renderer = (rendering) => [workflow(rendering, GITHUB)];

/** Forgejo Actions, on Codeberg or at home. */
export const forgejo: Renderer = (rendering) => [workflow(rendering, FORGEJO)];

function workflow(rendering: Rendering, flavour: Flavour): PipelineFile {
  const { graph, settings } = rendering;
  const id = namesFor(graph, (name) => `deploy-${identifier(name)}`);
  const empty = graph.stacks.length === 0;
  const manual = { inputs: { do: { description: "what to do", type: "choice", options: ["plan", "deploy"], default: "plan" } } };
  const file = {
    name: "terroir",
    on: {
      pull_request: {},
      push: { branches: [settings.branch] },
      ...(empty ? {} : { schedule: [{ cron: settings.schedule }], workflow_dispatch: manual }),
    },
    permissions: {},
    jobs: { check: checking(rendering, flavour), ...(empty ? {} : working(rendering, flavour, id)) },
  };
  const notes = {
    permissions: "None, unless a job says so.",
    ...(flavour.contained ? { "jobs/check/container": IMAGE_NOTE } : {}),
    ...(empty ? {} : { "jobs/plan": "Not for forks: they have no secrets, and nothing of theirs is planned with any." }),
  };
  const text = yamlText(headerOf(flavour.name, empty ? ONLY_CHECKS : ABOUT + WHERE[flavour.name]), file, { notes, spaced: ["", "jobs"] });
  return { path: flavour.path, text: pinned(text) };
}

/** What is written behind a pinned commit is a comment: which release it is. */
const pinned = (text: string): string => text.replace(/uses: ["']?([^"'\n]+@[0-9a-f]{40}) (# v[\d.]+)["']?/g, "uses: $1 $2");

const frame = ({ settings }: Rendering, flavour: Flavour): StepOf => ({
  "runs-on": settings.runner ?? flavour.runner,
  ...(flavour.contained ? { container: { image: settings.image } } : {}),
  "timeout-minutes": settings.minutes,
});

const run = (lines: readonly string[]): readonly StepOf[] =>
  lines.length === 0 ? [] : [{ run: lines.length === 1 ? lines[0] : `${lines.join("\n")}\n` }];

function begin(rendering: Rendering, { checkout, node }: Flavour): readonly StepOf[] {
  return [
    { uses: checkout, with: { "persist-credentials": false } },
    ...(node === null ? [] : [{ uses: node, with: { "node-version": "22" } }]),
    ...run(prepare(rendering)),
  ];
}

const checking = (rendering: Rendering, flavour: Flavour): StepOf => ({
  ...frame(rendering, flavour),
  permissions: { contents: "read" },
  steps: [
    ...begin(rendering, flavour),
    ...check(rendering, flavour.name).map((line) => ({ run: line })),
    ...(flavour.handOn === null || rendering.graph.stacks.length === 0 ? [] : [flavour.handOn(rendering.output)]),
  ],
});

function working(rendering: Rendering, flavour: Flavour, id: (stack: string) => string): StepOf {
  const { graph, settings, output } = rendering;
  const onBranch = `github.ref == 'refs/heads/${settings.branch}'`;
  const deploying = `${onBranch} && (github.event_name == 'push' || (github.event_name == 'workflow_dispatch' && inputs.do == 'deploy'))`;
  const own = "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository";
  const permissions = { contents: "read", ...(settings.audience === null ? {} : { "id-token": "write" }) };
  const stacks = flavour.takeOver === null ? run([`${settings.command} synth`]) : [flavour.takeOver(output)];
  const clouds = (environment: string, granted: StepOf, steps: readonly StepOf[]): StepOf => ({
    ...frame(rendering, flavour),
    permissions: granted,
    ...(flavour.environments ? { environment } : {}),
    env: Object.fromEntries(secretsOf(rendering).map((name) => [name, `\${{ secrets.${name} }}`])),
    steps: [...begin(rendering, flavour), ...stacks, ...steps],
  });
  const fetched = settings.rehearse ? [] : flavour.fetch(rendering);
  return {
    plan: {
      needs: ["check"],
      if: `(${own}) || (${onBranch} && github.event_name == 'workflow_dispatch' && inputs.do == 'plan')`,
      ...clouds("plan", permissions, [
        ...run(plan(rendering)),
        { if: "${{ !cancelled() }}", run: 'cat summary.md >> "$GITHUB_STEP_SUMMARY"' },
        ...(settings.rehearse ? [] : flavour.keep(rendering)),
      ]),
    },
    ...(flavour.comments && !settings.rehearse ? { comment: COMMENT(rendering, flavour) } : {}),
    ...Object.fromEntries(
      graph.stacks.map((stack) => [
        id(stack.name),
        {
          needs: ["check", ...stack.dependsOn.map(id)],
          if: deploying,
          concurrency: { group: `terroir-${stack.name}`, "cancel-in-progress": false },
          ...clouds("deploy", { ...permissions, ...(flavour.environments ? { actions: "read" } : {}) }, [
            ...fetched,
            ...run(deploy(rendering, stack)),
            ...(keepsState(rendering, stack) ? [flavour.keepState(rendering, id(stack.name))] : []),
          ]),
        },
      ]),
    ),
    drift: { needs: ["check"], if: "github.event_name == 'schedule'", ...clouds("plan", permissions, run(drift(rendering))) },
  };
}

/** A job of its own: what may write to the pull request has no credentials of a cloud. */
const COMMENT = (rendering: Rendering, flavour: Flavour): StepOf => ({
  needs: ["plan"],
  if: "${{ !cancelled() && github.event_name == 'pull_request' && needs.plan.result != 'skipped' }}",
  ...frame(rendering, flavour),
  permissions: { "pull-requests": "write", actions: "read" },
  steps: [
    {
      env: { GH_TOKEN: "${{ github.token }}", NUMBER: "${{ github.event.pull_request.number }}" },
      run: [
        'gh run download "$GITHUB_RUN_ID" --repo "$GITHUB_REPOSITORY" --name summary',
        'gh pr comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --edit-last --create-if-none --body-file summary.md\n',
      ].join("\n"),
    },
  ],
});
