import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cloudFactsBySource } from "../../clouds/facts.ts";
import {
  type Check,
  checkBackend,
  checkBucket,
  checkCluster,
  checkDatabase,
  checkEngine,
  checkGitLab,
  checkKey,
  checkLogin,
  checkNode,
  checkRepository,
  painsOf,
  problem,
  unknown,
} from "../../delivery/doctor/index.ts";
import type { Graph, GraphStack } from "../../delivery/graph/index.ts";
import { backendConfig } from "../../delivery/state/backend-config.ts";
import { type SealingKey, sealingKeys } from "../../delivery/state/sealing.ts";
import { bucketOf } from "../../delivery/store/bucket-of.ts";
import { clusterOf } from "../../delivery/store/cluster.ts";
import { credentialsIn } from "../../delivery/store/credentials.ts";
import { databaseOf } from "../../delivery/store/database.ts";
import { gitLabAt } from "../../delivery/store/gitlab.ts";
import { onlyTheEngine } from "../../delivery/store/own-way.ts";
import { explainMissing, findEngine } from "../../engines/index.ts";
import { which } from "../../engines/locate.ts";
import { judgedFolder } from "../delivery/folder.ts";
import { missingVariables } from "../delivery/variables.ts";
import type { Exit } from "../exit.ts";
import { marks } from "../io/colour.ts";
import { print, printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";

export interface DoctorOptions {
  readonly app?: string;
  readonly policy?: string;
  readonly engine?: string;
  readonly rehearse?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

export async function doctor(path: string | undefined, options: DoctorOptions): Promise<Exit> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const judged = await judgedFolder(path, options, await policyFor(options.policy), say);
  if (judged === undefined) {
    if (options.json) printJson({ ok: false, verdict: "refused", checks: [] });
    return 1;
  }
  const checks = await (options.rehearse === true ? rehearsed(options) : looked(judged.folder, judged.graph, options));
  const bad = checks.some(({ status }) => status === "problem" || (options.strict === true && status === "warning"));
  if (options.json) printJson({ ok: !bad, checks });
  else print(text(checks));
  return bad ? 1 : 0;
}

/** Its states lie in files under keys of its own, its clouds are simulated, and either engine will do. */
const rehearsed = async ({ engine }: DoctorOptions): Promise<readonly Check[]> => [
  checkNode(process.versions.node),
  ...(await engineChecks(engine, [])),
  checkRepository(process.cwd()),
  unknown("rehearsal", "stores, keys, variables, credentials", "a rehearsal needs none of them; without --rehearse they are looked at"),
];

async function looked(folder: string, { stacks }: Graph, { engine: named }: DoctorOptions): Promise<readonly Check[]> {
  const env = process.env;
  const only = onlyTheEngine(env);
  const stores = await Promise.all(
    buckets(stacks).map(async (one) =>
      only === undefined
        ? checkBucket(one, credentialsIn(env))
        : [unknown("store/reached", `the bucket ${one.bucket} at ${one.endpoint}`, `only the engine can ask it: ${only}`)],
    ),
  );
  const servers = await Promise.all(serversOf(folder, stacks, env));
  const keys = keysOf(folder, stacks);
  const onPath = (program: string): boolean => which(program, env) !== null;
  const providers = [...new Set(stacks.flatMap((stack) => stack.providers))];
  return [
    checkNode(process.versions.node),
    ...(await engineChecks(named, stacks)),
    checkRepository(process.cwd()),
    ...stacks.flatMap(checkBackend),
    ...stores.flat(),
    ...servers.flat(),
    ...(await Promise.all(keys.map((key) => checkKey(key, env, onPath)))),
    ...variables(folder, stacks, keys),
    ...providers.flatMap((provider) => checkLogin(provider, credentialsOf(provider), env)),
    ...painsOf(typesIn(folder, stacks)),
  ];
}

/** Passphrases are looked at by themselves. */
function variables(folder: string, stacks: readonly GraphStack[], keys: readonly SealingKey[]): readonly Check[] {
  const passphrases = new Set(keys.flatMap((key) => (key.kind === "passphrase" ? [key.variable] : [])));
  return [...missingVariables(folder, stacks, {})].flatMap(([name, { stacks: needed }]) =>
    passphrases.has(name)
      ? []
      : [
          problem(
            "cloud/variable",
            `the variable ${name}`,
            `it has no value, and ${needed.join(", ")} needs it`,
            `export TF_VAR_${name}=…, or --var ${name}=…`,
          ),
        ],
  );
}

async function engineChecks(named: string | undefined, stacks: readonly GraphStack[]): Promise<readonly Check[]> {
  const search = await findEngine({ env: { ...process.env, ...(named !== undefined && { TERRAFORM_BINARY_NAME: named }) }, fetch: false });
  if (search.engine !== null) return checkEngine(search.engine, stacks);
  return [problem("machine/engine", "the engine", explainMissing(search), "terroir engine --install")];
}

/** Each bucket once, however many states lie in it. */
export const buckets = (stacks: readonly GraphStack[]) => [
  ...new Map(stacks.flatMap(({ backend }) => bucketOf(backend) ?? []).map((one) => [`${one.endpoint} ${one.bucket}`, one])).values(),
];

/** Each other server once, by whatever names it. */
function serversOf(folder: string, stacks: readonly GraphStack[], env: NodeJS.ProcessEnv): readonly Promise<readonly Check[]>[] {
  const looks = stacks.map(({ backend, folder: own }): readonly [string, () => Promise<readonly Check[]>] => {
    const { config } = backendConfig(join(folder, own));
    if (backend.type === "pg") {
      const database = databaseOf(config, env);
      return [typeof database === "string" ? database : `${database.address} ${database.schema}`, () => checkDatabase(database)];
    }
    if (backend.type === "kubernetes") {
      const cluster = clusterOf(config, env);
      return [typeof cluster === "string" ? cluster : `${cluster.host} ${cluster.namespace}`, () => checkCluster(cluster)];
    }
    const gitLab = backend.type === "http" ? gitLabAt(backend.at.address ?? "", env) : null;
    return gitLab === null ? ["", async () => []] : [`${gitLab.project} ${gitLab.state}`, () => checkGitLab(gitLab)];
  });
  return [...new Map(looks).values()].map((look) => look());
}

export const keysOf = (folder: string, stacks: readonly GraphStack[]) => [
  ...new Map(stacks.flatMap((stack) => sealingKeys(join(folder, stack.folder))).map((key) => [JSON.stringify(key), key])).values(),
];

/** An S3 client belongs to no cloud. */
const CLIENTS: Readonly<Record<string, readonly (readonly string[])[]>> = { "aminueza/minio": [["MINIO_USER", "MINIO_PASSWORD"]] };

const credentialsOf = (provider: string) => cloudFactsBySource(provider)?.provider.credentials ?? CLIENTS[provider];

/** Types of resources that the stacks write, as their JSON files have them. */
function typesIn(folder: string, stacks: readonly GraphStack[]): ReadonlySet<string> {
  const documents = stacks.map(
    (stack) => JSON.parse(readFileSync(join(folder, stack.folder, "cdk.tf.json"), "utf8")) as { resource?: object },
  );
  return new Set(documents.flatMap(({ resource = {} }) => Object.keys(resource)));
}

const SIGNS = { ok: "ok  ", warning: "warn", problem: "FAIL", unknown: "?   " } as const;

function text(checks: readonly Check[]): string {
  const { error, strong, dim } = marks(process.stdout);
  const lines = checks.flatMap(({ status, about, because, fix }) => [
    `${status === "problem" ? error(SIGNS[status]) : status === "ok" ? dim(SIGNS[status]) : strong(SIGNS[status])}  ${about}: ${because}.`,
    ...(fix === "" ? [] : [`      ${strong("To do:")} ${fix}`]),
  ]);
  const count = (wanted: Check["status"]): number => checks.filter(({ status }) => status === wanted).length;
  return `${lines.join("\n")}\n\n${checks.length} looked at: ${count("problem")} would fail, ${count("warning")} to know, ${count("unknown")} could not be looked at.`;
}
