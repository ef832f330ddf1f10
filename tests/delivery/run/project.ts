import { generateKeyPairSync, sign } from "node:crypto";
import { join } from "node:path";
import { readGraph } from "../../../delivery/graph/index.ts";
import {
  deployStack,
  destroyStack,
  driftOfStack,
  planStack,
  type Run,
  type RunResult,
  type SessionOptions,
  select,
  type Told,
  visitAll,
  withRun,
} from "../../../delivery/index.ts";
import type { Signer } from "../../../delivery/records/index.ts";
import { keyIdOf } from "../../../delivery/records/signer.ts";
import { definePolicy } from "../../../guard/index.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { synthesized, type Written } from "../graph/folders.ts";

/** State in a plain file is what a machine without a key has. */
export const policy = definePolicy({ name: "tests", backends: { local: true } });

export function testSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { keyId: keyIdOf(publicKey), publicKey, where: "a test", sign: async (bytes) => sign(null, bytes, privateKey) };
}

const OVH = { required_providers: { ovh: { source: "ovh/ovh" } } };

/** A stack with so many buckets, whose first name is its output `name`. */
export function buckets(count: number, more: Partial<Written> = {}, region = "GRA"): Written {
  const made = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `b${i}`,
      {
        service_name: "abc",
        region_name: region,
        name: `bucket-${i}`,
        versioning: { status: "enabled" },
        encryption: { sse_algorithm: "AES256" },
        hide_objects: true,
      },
    ]),
  );
  return {
    ...more,
    terraform: OVH,
    document: {
      provider: { ovh: [{ endpoint: "ovh-eu" }] },
      resource: { ovh_cloud_project_storage: made },
      output: { name: { value: "${ovh_cloud_project_storage.b0.name}" }, id: { value: "${ovh_cloud_project_storage.b0.id}" } },
      ...more.document,
    },
  };
}

export interface Project {
  readonly folder: string;
  readonly out: string;
  readonly signer: Signer;
}

export function project(stacks: Readonly<Record<string, Written>>): Project {
  const here: Project = { folder: scratch(), out: "", signer: testSigner() };
  return { ...here, out: write(stacks, join(here.folder, "cdktf.out")) };
}

/** Writes the stacks of a project anew. */
export const write = (stacks: Readonly<Record<string, Written>>, out: string): string => synthesized(named(stacks), out);

/** A bucket's name is the cloud's only one. */
export const named = (stacks: Readonly<Record<string, Written>>): Readonly<Record<string, Written>> =>
  Object.fromEntries(
    Object.entries(stacks).map(([name, stack]) => [name, JSON.parse(JSON.stringify(stack).replaceAll("bucket-", `${name}-`)) as Written]),
  );

export type More = Partial<SessionOptions> & {
  readonly only?: readonly string[];
  readonly out?: string;
  readonly told?: Told[];
  readonly work?: (run: Run) => Promise<RunResult>;
};

const DO = {
  plan: (run: Run, selected: readonly string[], more: More) =>
    visitAll(run, { selected }, (stack, sofar) => planStack(run, stack, sofar, more.out)),
  deploy: (run: Run, selected: readonly string[]) => visitAll(run, { selected }, (stack, sofar) => deployStack(run, stack, sofar)),
  destroy: (run: Run, selected: readonly string[]) =>
    visitAll(run, { selected, reversed: true }, (stack, sofar) => destroyStack(run, stack, sofar)),
  drift: (run: Run, selected: readonly string[]) => visitAll(run, { selected, together: true }, (stack) => driftOfStack(run, stack)),
} as const;

/** One command over a project, rehearsed on a real engine. */
export function go(command: keyof typeof DO, { folder, out, signer }: Project, more: More = {}): Promise<RunResult> {
  if (anyEngine === undefined) throw new Error("no engine");
  const graph = readGraph(out);
  const selected = select(graph, { only: more.only });
  return withRun(
    {
      command,
      project: folder,
      folder: out,
      graph,
      policy,
      engine: anyEngine,
      signer,
      terroir: "0.0.0",
      env: process.env,
      signal: new AbortController().signal,
      tell: (told) => more.told?.push(told),
      rehearse: true,
      parallel: 4,
      ...more,
    },
    (run) => more.work?.(run) ?? DO[command](run, selected, more),
  );
}

export const outcomes = ({ stacks }: RunResult): Readonly<Record<string, string>> =>
  Object.fromEntries(stacks.map(({ stack, outcome }) => [stack, outcome]));
