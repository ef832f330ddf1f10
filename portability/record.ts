import { readFileSync } from "node:fs";
import type { Report } from "../guard/index.ts";
import type { PolicyRecord } from "./policy-record.ts";
import type { KeptState, WrittenBlock } from "./written.ts";

/** One construct as a program lowered it at a place, in a form that outlives the program. */
export interface RecordedConstruct {
  readonly path: string;
  /** Name of its class, `Bucket`. */
  readonly construct: string;
  readonly concept: string;
  /** What a database runs, `mysql`. @default it is no database */
  readonly engine?: string;
  /** `ovh:GRA11`. */
  readonly place: string;
  /** Who answers for its stack. @default nobody was named */
  readonly owner?: string;
  /** Name of a bucket. */
  readonly name?: string;
  /** It keeps states, and nothing else. */
  readonly keepsStates?: true;
  /** Bytes that it has room for, as it is described. @default it does not say */
  readonly room?: number;
  /** How long what is written into it can be deleted by nobody. @default no lock */
  readonly lock?: { readonly mode: "governance" | "compliance"; readonly days: number };
  /** Resources that it became; empty where it could not be built. */
  readonly resources: readonly { readonly type: string; readonly id: string; readonly sizes: Readonly<Record<string, string>> }[];
  /** Ids of what was only looked up for it. @default none */
  readonly lookUps?: readonly string[];
  /** Why it could not be built. */
  readonly missing?: string;
  /** What its cloud does otherwise than one would expect. */
  readonly remarks: readonly string[];
  /** Attributes that the program sets by itself on what it became, `ovh_cloud_project_storage: tags`. @default none */
  readonly overrides?: readonly string[];
}

/** What became of a program's constructs at one place. */
export interface BuildRecord {
  readonly constructs: readonly RecordedConstruct[];
  /** Everything that it synthesized; the guard may have refused it, so that no file is left. @default what its folder holds */
  readonly written?: readonly WrittenBlock[];
  /** Where its states are kept. @default what its folder says */
  readonly states?: readonly KeptState[];
  /** Variables that it asks for → what each is. @default what its folder says */
  readonly variables?: Readonly<Record<string, string>>;
  /** Its stacks → those whose outputs each reads, which are deployed before it. @default what its folder says */
  readonly order?: Readonly<Record<string, readonly string[]>>;
  /** What the program's own guard said, and its policy; absent: it did not come that far, or is no `SovereignApp`. */
  readonly report?: Report;
  readonly policy?: PolicyRecord;
  /** Place that the program names → place at which it was built. */
  readonly places: Readonly<Record<string, string>>;
  /** What the program said when it ended before its end. */
  readonly stopped?: string;
}

export function readRecord(file: string): BuildRecord {
  return JSON.parse(readFileSync(file, "utf8")) as BuildRecord;
}

/** Paths of everything that the recorded constructs wrote themselves; whatever else is written, somebody wrote for one provider. */
export const pathsWritten = ({ constructs }: BuildRecord): ReadonlySet<string> =>
  new Set(
    constructs.flatMap(({ path, resources, lookUps = [] }) => [...resources.map(({ id }) => id), ...lookUps].map((id) => `${path}/${id}`)),
  );

/** Attributes that say how large, how fast or of which class a thing is, whatever the cloud: what a move changes without anybody having asked. */
const SIZES =
  /(?:^|_)(?:flavou?r|size|type|class|plan|performance|iops|version|count|nodes|replicas|offer|sku|commitment|volume_size|desired_nodes|min_nodes|max_nodes)(?:$|_name$|_id$|_gb$|_in_gb$)/;

/** What is called like a size and is none. */
const NO_SIZE = /^(?:(?:encryption|sse|protocol|load_balancer|ether)_type|ip_version|max_execution_count)$/;

/** Kinds that say of what sort a thing is, and not how large. */
const NO_SIZES: ReadonlySet<unknown> = new Set(["cloud", "routed_ipv4", "dedicated_vrack"]);

/** The sizes that a resource is written with: plain values only, no reference and nothing that could be a secret. */
export function sizesOf(args: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) =>
      SIZES.test(name) &&
      !NO_SIZE.test(name) &&
      !NO_SIZES.has(value) &&
      (typeof value === "number" || (typeof value === "string" && !value.includes("${")))
        ? [[name, String(value)]]
        : [],
    ),
  );
}
