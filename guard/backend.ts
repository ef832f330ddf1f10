import { candidates } from "./decide.ts";
import { type Answerer, approvedHost, whoAnswers } from "./endpoints.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";
import { type Chain, isSensitive } from "./values/value.ts";

/** Where a kind of backend keeps its state: at a company, or at an address that an attribute says. */
interface Kind {
  /** Attributes that hold the address, the first that speaks counts. */
  readonly address?: readonly string[];
  /** Whose service it is when no address is written. */
  readonly operator?: string;
  readonly env?: readonly string[];
}

/** By backend type, as OpenTofu and Terraform have them. A type that is not here is refused as unknown. */
const KINDS: Readonly<Record<string, Kind>> = {
  s3: {
    address: ["endpoints.s3", "endpoints[].s3", "endpoint"],
    operator: "aws",
    env: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_S3_ENDPOINT"],
  },
  gcs: { operator: "google" },
  azurerm: { operator: "microsoft" },
  oss: { operator: "alibaba" },
  cos: { operator: "tencent" },
  oci: { operator: "oracle" },
  remote: { address: ["hostname"], operator: "hashicorp" },
  cloud: { address: ["hostname"], operator: "hashicorp", env: ["TF_CLOUD_HOSTNAME"] },
  http: { address: ["address"], env: ["TF_HTTP_ADDRESS"] },
  pg: { address: ["conn_str"], env: ["PG_CONN_STR"] },
  consul: { address: ["address"], env: ["CONSUL_HTTP_ADDR"] },
  kubernetes: { address: ["host"], env: ["KUBE_HOST", "KUBE_CONFIG_PATH"] },
};

/** Where state is kept, one possibility. */
export type Store =
  | { readonly is: "file"; readonly path: string; readonly text: string | null; readonly absolute: boolean; readonly chain: Chain }
  | { readonly is: "company"; readonly operator: string; readonly chain: Chain }
  | { readonly is: "address"; readonly path: string; readonly text: string; readonly answerer: Answerer; readonly chain: Chain }
  | { readonly is: "approved"; readonly path: string; readonly text: string; readonly chain: Chain }
  | { readonly is: "stranger"; readonly path: string; readonly text: string; readonly chain: Chain }
  | { readonly is: "unknown"; readonly path: string; readonly cause: string; readonly chain: Chain };

/** Every place in which a backend can keep its state. `prefix`: where its arguments stand, `config.` in a remote state. */
export function storesOf(hearing: Hearing, subject: Subject, type: string, prefix = ""): readonly Store[] {
  if (type === "local") return files(subject, prefix);
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) return [{ is: "unknown", path: "", cause: `the catalogue does not know the backend ${type}`, chain: [] }];
  const found = (kind.address ?? []).flatMap((path) =>
    subject.read(`${prefix}${path}`).flatMap((reading) =>
      candidates(reading.value).flatMap((one): readonly Store[] => {
        if (one.is === "absent") return [];
        if (one.is === "unknown") return [{ is: "unknown", path: reading.path, cause: one.cause, chain: one.chain }];
        return [at(hearing, reading.path, type === "pg" ? hostOfConnection(one.text) : one.text, one.chain)];
      }),
    ),
  );
  return found.length > 0 ? found : silent(hearing, kind, `${prefix}${kind.address?.[0] ?? ""}`);
}

function at(hearing: Hearing, path: string, text: string, chain: Chain): Store {
  const answerer = whoAnswers(hearing, text, undefined);
  if (answerer !== undefined) return { is: "address", path, text, answerer, chain };
  return { is: approvedHost(hearing, text) ? "approved" : "stranger", path, text: isSensitive({ chain }) ? "(sensitive)" : text, chain };
}

/** The host alone: the rest of a connection string is nobody's to print. */
function hostOfConnection(text: string): string {
  const url = /^postgres(?:ql)?:\/\/(?:[^@/]*@)?([^/:?]+)/.exec(text);
  return url?.[1] ?? /(?:^|\s)host=(\S+)/.exec(text)?.[1] ?? "an unreadable connection string";
}

/** Without an address it is the company's own service; a policy that knows the environment may say otherwise. */
function silent(hearing: Hearing, { operator, env = [] }: Kind, path: string): readonly Store[] {
  const { environment } = hearing.approvals;
  const name = env.find((variable) => Object.hasOwn(environment, variable));
  const text = name === undefined ? undefined : environment[name];
  if (name !== undefined && text !== undefined) return [at(hearing, path, text, [{ at: name, text }, { at: "environment of the policy" }])];
  if (operator !== undefined) return [{ is: "company", operator, chain: [] }];
  const cause =
    env.length > 0 ? `${path} is not written, so the environment variable ${env.join(" or ")} decides` : `${path} is not written`;
  return [{ is: "unknown", path, cause, chain: [] }];
}

function files(subject: Subject, prefix: string): readonly Store[] {
  const readings = ["path", "workspace_dir"].flatMap((name) => subject.read(`${prefix}${name}`));
  const found = readings.flatMap((reading) =>
    candidates(reading.value).flatMap((one): readonly Store[] => {
      if (one.is === "absent") return [];
      if (one.is === "unknown") return [{ is: "unknown", path: reading.path, cause: one.cause, chain: one.chain }];
      return [{ is: "file", path: reading.path, text: one.text, absolute: /^([/\\~]|[A-Za-z]:)/.test(one.text), chain: one.chain }];
    }),
  );
  return found.length > 0 ? found : [{ is: "file", path: "", text: null, absolute: false, chain: [] }];
}
