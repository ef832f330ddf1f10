import { InputError } from "../../catalogue/errors.ts";
import { isPinned } from "../../guard/software/container-image.ts";
import { DEFAULT_IMAGE } from "./image.ts";

/** What a project decides about its pipelines: `"terroir": { "ci": { … } }` in cdktf.json. Everything has a default; nothing in it is a secret. */
export interface PipelineSettings {
  /** The branch that is deployed. @default "main" */
  readonly branch: string;
  /** Image of the jobs, where jobs run in one, by its digest: Node 20.19 or newer, with git, curl and tar. @default Node 22.23.2, which Docker Hub, in the US, gives */
  readonly image: string;
  /** Label of the runners. @default the engine's own usual one */
  readonly runner: string | null;
  /** When drift is looked for, as cron writes it, where the file says it. @default "17 4 * * *" */
  readonly schedule: string;
  /** The public half of the key that signs reviews, as a file of the project. @default "review-key.pub.pem" */
  readonly reviewKey: string;
  /** Names of secrets that jobs with access to clouds get as variables of the environment, beside those that stacks ask for. @default none */
  readonly secrets: readonly string[];
  /** Audience of the identity token that those jobs get (OIDC), as `TERROIR_ID_TOKEN` on GitLab. @default no token */
  readonly audience: string | null;
  /** Shell commands before a job's work in those jobs: exchange a token for credentials. @default none */
  readonly before: readonly string[];
  /** Installs the project's packages. @default "npm ci" */
  readonly install: string;
  /** How the command is called. @default "npx terroir" */
  readonly command: string;
  /** More checks of the program, without credentials. @default "npx tsc --noEmit" */
  readonly checks: readonly string[];
  /** How long a job may take, in minutes. @default 60 */
  readonly minutes: number;
  /** Where plans are kept between review and deployment, for engines that keep none: an address that takes PUT and gives GET, below which one folder a plan is made. @default Forgejo's packages; Argo Workflows needs it */
  readonly plans: string | null;
  /** Where the synthesized stacks are published as an OCI artifact, for Flux: `oci://registry.example.eu/terroir/stacks`. @default none; Flux needs it */
  readonly artifact: string | null;
  /** Address of the git repository, for engines that fetch it themselves: Burrito, Argo Workflows. @default none; they need it */
  readonly repository: string | null;
  /** Namespace of Kubernetes resources. @default "terroir" */
  readonly namespace: string;
  /** Everything with simulated clouds: a pipeline is tried without an account. @default false */
  readonly rehearse: boolean;
}

const DEFAULTS: PipelineSettings = {
  branch: "main",
  image: DEFAULT_IMAGE,
  runner: null,
  schedule: "17 4 * * *",
  reviewKey: "review-key.pub.pem",
  secrets: [],
  audience: null,
  before: [],
  install: "npm ci",
  command: "npx terroir",
  checks: ["npx tsc --noEmit"],
  minutes: 60,
  plans: null,
  artifact: null,
  repository: null,
  namespace: "terroir",
  rehearse: false,
};

/** Text of one line; what is put between quotes or into a template must not end them. */
const line = (x: unknown): boolean => typeof x === "string" && x !== "" && !/[\p{Cc}]/u.test(x);
const plain = (pattern: RegExp) => (x: unknown) => typeof x === "string" && pattern.test(x);
const lines = (x: unknown): boolean => Array.isArray(x) && x.every(line);

const FORMS: { readonly [K in keyof PipelineSettings]: readonly [is: (x: unknown) => boolean, wanted: string] } = {
  branch: [plain(/^[\w][\w./-]*$/), "a branch's name"],
  image: [
    (x) => plain(/^[\w][\w.:/@-]*$/)(x) && isPinned(String(x)),
    "an image by its digest, registry.example.eu/ci/node@sha256:…, which your registry shows (a tag can be moved)",
  ],
  runner: [plain(/^[\w][\w.-]*$/), "a runner's label"],
  schedule: [plain(/^\S+( \S+){4}$/), 'five fields of cron, such as "17 4 * * *"'],
  reviewKey: [plain(/^[\w.][\w./-]*$/), "a file's path"],
  secrets: [(x) => Array.isArray(x) && x.every(plain(/^[A-Za-z_]\w*$/)), "a list of names of variables"],
  audience: [plain(/^[\w][\w.:/@-]*$/), "an audience"],
  before: [lines, "a list of commands, one line each"],
  install: [line, "a command"],
  command: [line, "a command"],
  checks: [lines, "a list of commands, one line each"],
  minutes: [(x) => Number.isInteger(x) && (x as number) > 0 && (x as number) <= 1440, "a whole number from 1 to 1440"],
  plans: [plain(/^https:\/\/[\w.:/${}-]+$/), "an address that begins with https://"],
  artifact: [plain(/^oci:\/\/[\w.-]+(?::\d+)?(?:\/[\w.-]+)+$/), "an address that begins with oci://, without a tag"],
  repository: [plain(/^(?:https:\/\/|ssh:\/\/|[\w.-]+@)[\w.:/@~-]+$/), "the address of a git repository"],
  namespace: [plain(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/), "a namespace"],
  rehearse: [(x) => typeof x === "boolean", "true or false"],
};

/**
 * A setting that an engine cannot do without.
 *
 * @throws InputError that says how to give it
 */
export function needed(settings: PipelineSettings, name: keyof typeof WHY, engine: string, example: string): string {
  const value = settings[name];
  if (value === null)
    throw new InputError(`${engine} needs to know ${WHY[name]}: "terroir": { "ci": { "${name}": "${example}" } } in cdktf.json.`);
  return value;
}

const WHY = {
  artifact: "where the synthesized stacks are published",
  repository: "where the repository is",
  plans: "where plans are kept between review and deployment",
} as const;

/**
 * Settings from what cdktf.json says.
 *
 * @throws InputError that names the setting and what it should be
 */
export function settingsFrom(said: unknown): PipelineSettings {
  if (said === undefined) return DEFAULTS;
  if (typeof said !== "object" || said === null || Array.isArray(said))
    throw new InputError('cdktf.json: "terroir.ci" should hold an object, such as { "branch": "main" }.');
  for (const [name, value] of Object.entries(said)) {
    const form = FORMS[name as keyof PipelineSettings];
    if (!Object.hasOwn(FORMS, name))
      throw new InputError(`cdktf.json: "terroir.ci" has no setting "${name}". There are: ${Object.keys(FORMS).join(", ")}.`);
    if (!form[0](value)) throw new InputError(`cdktf.json: "terroir.ci.${name}" should be ${form[1]}, not ${JSON.stringify(value)}.`);
  }
  return { ...DEFAULTS, ...said };
}
