import { contentKey, ERRORED } from "./commands.ts";
import type { Rendering } from "./file.ts";

export type StepOf = Readonly<Record<string, unknown>>;

/** In what GitHub and Forgejo differ, which else run the same files. */
export interface Flavour {
  readonly name: "github" | "forgejo";
  readonly path: string;
  readonly runner: string;
  /** Runs the jobs in a container of the project's image. */
  readonly contained: boolean;
  readonly checkout: string;
  readonly node: string | null;
  /** Secrets are kept by environment, and a person's approval can be asked for there. */
  readonly environments: boolean;
  /** A summary that each push to a merge request writes anew. */
  readonly comments: boolean;
  /** Hands the synthesized folder on to later jobs. Null: they synthesize again, which gives the same. */
  readonly handOn: ((output: string) => StepOf) | null;
  readonly takeOver: ((output: string) => StepOf) | null;
  /** Keeps the plans that a review made. */
  readonly keep: (rendering: Rendering) => readonly StepOf[];
  /** Keeps an encrypted state that its store did not take. */
  readonly keepState: (rendering: Rendering, job: string) => StepOf;
  /** Fetches them, from whichever run made them. */
  readonly fetch: (rendering: Rendering) => readonly StepOf[];
}

// Full commits: a tag can be moved. The commits of these releases were compared on 2026-11-28 with what public workflows pin.
const CHECKOUT = "checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2";
const NODE = "setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0";
const UPLOAD = "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2";
const DOWNLOAD = "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0";

const NOBODY =
  '"::error::Nobody reviewed plans of exactly these stacks. Start this workflow by hand with plan, read it, then with deploy."';

export const GITHUB: Flavour = {
  name: "github",
  path: ".github/workflows/terroir.yml",
  runner: "ubuntu-24.04",
  contained: false,
  checkout: `actions/${CHECKOUT}`,
  node: `actions/${NODE}`,
  environments: true,
  comments: true,
  handOn: (path) => ({ uses: UPLOAD, with: { name: "stacks", path, "include-hidden-files": true, "if-no-files-found": "error" } }),
  takeOver: (path) => ({ uses: DOWNLOAD, with: { name: "stacks", path } }),
  keep: ({ output }) => [
    { id: "content", if: "${{ !cancelled() }}", run: `${contentKey(output)}\necho "key=$key" >> "$GITHUB_OUTPUT"\nmkdir -p plans\n` },
    {
      if: "${{ !cancelled() }}",
      uses: UPLOAD,
      with: { name: "plans-${{ steps.content.outputs.key }}", path: "plans", overwrite: true, "if-no-files-found": "ignore" },
    },
    { if: "${{ !cancelled() }}", uses: UPLOAD, with: { name: "summary", path: "summary.md" } },
  ],
  keepState: (_, job) => ({
    if: "${{ failure() }}",
    uses: UPLOAD,
    with: { name: `state-${job}`, path: ERRORED, "include-hidden-files": true, "if-no-files-found": "ignore" },
  }),
  fetch: ({ output }) => [
    {
      env: { GH_TOKEN: "${{ github.token }}" },
      run: [
        contentKey(output),
        "run=$(gh api \"repos/$GITHUB_REPOSITORY/actions/artifacts?name=plans-$key\" --jq '[.artifacts[] | select(.expired | not)] | max_by(.created_at) | .workflow_run.id // empty')",
        `if [ -z "$run" ]; then echo ${NOBODY}; exit 1; fi`,
        'gh run download "$run" --repo "$GITHUB_REPOSITORY" --name "plans-$key" --dir plans\n',
      ].join("\n"),
    },
  ],
};

const store = ({ settings }: Rendering): StepOf => ({
  PLANS: settings.plans ?? "${{ github.server_url }}/api/packages/${{ github.repository_owner }}/generic/terroir-plans",
  TOKEN: "${{ secrets.TERROIR_PLANS_TOKEN }}",
});
const CURL = 'curl --silent --show-error --header "Authorization: token $TOKEN"';

/** Into the package that has the plans of these stacks. */
const keepState = (job: string): string =>
  `for state in ${ERRORED}; do\n  [ ! -f "$state" ] || ${CURL} --fail --upload-file "$state" "$PLANS/$key/$(date +%s)-${job}.errored.tfstate"\ndone`;

export const FORGEJO: Flavour = {
  name: "forgejo",
  path: ".forgejo/workflows/terroir.yml",
  runner: "docker",
  contained: true,
  checkout: `https://code.forgejo.org/actions/${CHECKOUT}`,
  node: null,
  environments: false,
  comments: false,
  handOn: null,
  takeOver: null,
  keep: (rendering) => [
    {
      env: store(rendering),
      run: [
        contentKey(rendering.output),
        "mkdir -p plans && tar -czf plans.tar.gz plans",
        "# A file of a package cannot be replaced: that of an earlier run goes first.",
        `${CURL} --output /dev/null --request DELETE "$PLANS/$key/plans.tar.gz"`,
        `${CURL} --fail --upload-file plans.tar.gz "$PLANS/$key/plans.tar.gz"\n`,
      ].join("\n"),
    },
  ],
  keepState: (rendering, job) => ({
    if: "${{ failure() }}",
    env: store(rendering),
    run: `${contentKey(rendering.output)}\n${keepState(job)}\n`,
  }),
  fetch: (rendering) => [
    {
      env: store(rendering),
      run: [
        contentKey(rendering.output),
        `${CURL} --fail --location --output plans.tar.gz "$PLANS/$key/plans.tar.gz" || { echo ${NOBODY}; exit 1; }`,
        "tar -xzf plans.tar.gz\n",
      ].join("\n"),
    },
  ],
};
