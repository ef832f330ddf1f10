import { check, contentKey, deploy, drift, ERRORED, keepsState, plan, prepare, secretsOf } from "./commands.ts";
import { yamlText } from "./document.ts";
import { headerOf, type PipelineFile, type Renderer, type Rendering } from "./file.ts";
import { IMAGE_NOTE } from "./image.ts";
import { identifier, namesFor } from "./names.ts";

const ABOUT = `On a pull request: check and plan. On the branch that is deployed: the very plans that were reviewed, one workflow a stack. By cron: drift.
Started by hand: plan anew; once it was read, a deployment (Deploy, in the pipeline's menu) applies it.
Secrets: terroir_signing_key, terroir_plans_token (may write packages of the forge, where plans are kept), the clouds' credentials.`;

const CURL = 'curl --silent --show-error --header "Authorization: token $TOKEN"';
const FILE = '"$PLANS/$key/plans.tar.gz"';
const NOBODY = '"Nobody reviewed plans of exactly these stacks. Start a pipeline by hand, read its plan, then deploy it."';

/** Woodpecker, on Codeberg or at home: a file a workflow. Workflows share no folder, so that each synthesizes again, which gives the same. */
export const woodpecker: Renderer = (rendering) => {
  const { graph, settings, output } = rendering;
  const id = namesFor(graph, (name) => `terroir-deploy-${identifier(name)}`);
  const { branch } = settings;
  const request = { event: "pull_request" };
  const events = (...names: readonly string[]) => names.map((event) => ({ event, branch }));
  const file = (
    name: string,
    when: readonly object[],
    after: readonly string[],
    commands: readonly string[],
    { clouds = true, state = null }: { readonly clouds?: boolean; readonly state?: string | null } = {},
  ): PipelineFile => ({
    path: `.woodpecker/${name}.yaml`,
    text: yamlText(
      headerOf("woodpecker", ABOUT),
      {
        when,
        ...(settings.runner === null ? {} : { labels: { runner: settings.runner } }),
        ...(after.length === 0 ? {} : { depends_on: after }),
        steps: [
          {
            name: "terroir",
            image: settings.image,
            ...(clouds ? { environment: environmentOf(rendering) } : {}),
            commands: [...prepare(rendering), ...commands],
          },
          ...(state === null ? [] : [keepState(rendering, state)]),
        ],
      },
      { notes: { steps: IMAGE_NOTE } },
    ),
  });
  const again = [`${settings.command} synth`, contentKey(output)];
  const keep = [
    "mkdir -p plans && tar -czf plans.tar.gz plans",
    `${CURL} --output /dev/null --request DELETE ${FILE}`,
    `${CURL} --fail --upload-file plans.tar.gz ${FILE}`,
  ];
  const fetch = [`${CURL} --fail --location --output plans.tar.gz ${FILE} || { echo ${NOBODY}; exit 1; }`, "tar -xzf plans.tar.gz"];
  const kept = (lines: readonly string[]): readonly string[] => (settings.rehearse ? [] : lines);
  const first = ["terroir-check"];
  return [
    file("terroir-check", [request, ...events("push", "manual", "deployment", "cron")], [], check(rendering, "woodpecker"), {
      clouds: false,
    }),
    ...(graph.stacks.length === 0
      ? []
      : [
          file("terroir-plan", [request, ...events("manual")], first, [...again, ...plan(rendering), "cat summary.md", ...kept(keep)]),
          ...graph.stacks.map((stack) =>
            file(
              id(stack.name),
              events("push", "deployment"),
              [...first, ...stack.dependsOn.map(id)],
              [...again, ...kept(fetch), ...deploy(rendering, stack)],
              keepsState(rendering, stack) ? { state: id(stack.name) } : {},
            ),
          ),
          file("terroir-drift", events("cron"), first, [...again, ...drift(rendering)]),
        ]),
  ];
};

/** A state that its store did not take, into the package that has the plans: steps of a workflow share its folder. */
const keepState = (rendering: Rendering, name: string): object => ({
  name: "state",
  image: rendering.settings.image,
  when: [{ status: ["failure"] }],
  environment: { PLANS: plansAt(rendering), TOKEN: { from_secret: "terroir_plans_token" } },
  commands: [
    contentKey(rendering.output),
    `for state in ${ERRORED}; do [ ! -f "$state" ] || ${CURL} --fail --upload-file "$state" "$PLANS/$key/$(date +%s)-${name}.errored.tfstate"; done`,
  ],
});

const plansAt = ({ settings }: Rendering): string =>
  settings.plans ?? "${CI_FORGE_URL}/api/packages/${CI_REPO_OWNER}/generic/terroir-plans";

function environmentOf(rendering: Rendering): object {
  const secrets = secretsOf(rendering).map((name) => [name, { from_secret: name.toLowerCase() }]);
  return { PLANS: plansAt(rendering), TOKEN: { from_secret: "terroir_plans_token" }, ...Object.fromEntries(secrets) };
}
