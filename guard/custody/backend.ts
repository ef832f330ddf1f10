import { declared } from "../hearing/environment.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { hostOfConnection } from "../operator/connection-host.ts";
import { type Answerer, approvedHost, whoAnswers } from "../operator/endpoints.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { type Chain, isSensitive } from "../values/value.ts";

/** One service that a backend calls: at an address that attributes say, or a company's own. */
interface Service {
  /** Attributes that hold the address: each that speaks counts. */
  readonly address?: readonly string[];
  /** Whose service it is when no address is written. */
  readonly operator?: string;
  readonly env?: readonly string[];
  /** Called only when one of these attributes is written; absent: always. With neither operator nor `env` silence means that nothing is called. */
  readonly when?: readonly string[];
}

const AWS = { operator: "aws" } as const;
const s3 = (service: string): readonly string[] => [`endpoints.${service}`, `${service}_endpoint`];

/** By backend type, as OpenTofu, Terraform and Pulumi have them: first where state lies, then what is called beside. A type that is not here is refused. */
const KINDS: Readonly<Record<string, readonly Service[]>> = {
  s3: [
    { address: ["endpoints.s3", "endpoint"], ...AWS, env: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_S3_ENDPOINT"] },
    { address: s3("dynamodb"), ...AWS, when: ["dynamodb_table"] },
    { address: s3("sts"), ...AWS, when: ["assume_role", "role_arn", "assume_role_with_web_identity"] },
    { address: [...s3("iam"), ...s3("sso")], when: [] },
  ],
  gcs: [{ operator: "google" }],
  azurerm: [{ operator: "microsoft" }],
  oss: [{ operator: "alibaba" }],
  cos: [{ operator: "tencent" }],
  oci: [{ operator: "oracle" }],
  remote: [{ address: ["hostname"], operator: "hashicorp" }],
  cloud: [{ address: ["hostname"], operator: "hashicorp", env: ["TF_CLOUD_HOSTNAME"] }],
  http: [
    { address: ["address"], env: ["TF_HTTP_ADDRESS"] },
    { address: ["lock_address", "unlock_address"], when: [] },
  ],
  pg: [{ address: ["conn_str"], env: ["PG_CONN_STR"] }],
  consul: [{ address: ["address"], env: ["CONSUL_HTTP_ADDR"] }],
  kubernetes: [{ address: ["host"], env: ["KUBE_HOST", "KUBE_CONFIG_PATH"] }],
  // Who keeps the key of a Pulumi state's secrets: https://www.pulumi.com/docs/iac/concepts/secrets/, seen 2026-11-28.
  "pulumi-cloud": [{ address: ["url"], operator: "pulumi" }],
  awskms: [AWS],
  gcpkms: [{ operator: "google" }],
  azurekeyvault: [{ operator: "microsoft" }],
  hashivault: [{ env: ["VAULT_SERVER_URL", "VAULT_ADDR"] }],
};

/** Where state is kept, one possibility. */
export type Store =
  | { readonly is: "file"; readonly path: string; readonly text: string | null; readonly absolute: boolean; readonly chain: Chain }
  | { readonly is: "company"; readonly operator: string; readonly chain: Chain }
  | { readonly is: "address"; readonly path: string; readonly text: string; readonly answerer: Answerer; readonly chain: Chain }
  | { readonly is: "approved"; readonly path: string; readonly text: string; readonly chain: Chain }
  | { readonly is: "stranger"; readonly path: string; readonly text: string; readonly chain: Chain }
  | { readonly is: "unknown"; readonly path: string; readonly cause: string; readonly chain: Chain };

/** Every place in which a backend can keep its state, and every one that it calls for it. `prefix`: where its arguments stand, `config.` in a remote state. */
export function storesOf(hearing: Hearing, subject: Subject, type: string, prefix = ""): readonly Store[] {
  if (type === "local") return files(subject, prefix);
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) return [{ is: "unknown", path: "", cause: `the catalogue does not know the backend ${type}`, chain: [] }];
  return kind.flatMap((service) => called(hearing, subject, service, prefix, type));
}

function called(hearing: Hearing, subject: Subject, service: Service, prefix: string, type: string): readonly Store[] {
  let said = false;
  const found = (service.address ?? []).flatMap((path) =>
    subject.read(`${prefix}${path}`).flatMap((reading) => {
      const possible = candidates(reading.value);
      if (possible.every((one) => one.is !== "absent")) said = true;
      return possible.flatMap((one): readonly Store[] => {
        if (one.is === "absent") return [];
        if (one.is === "unknown") return [{ is: "unknown", path: reading.path, cause: one.cause, chain: one.chain }];
        return [storeAt(hearing, reading.path, type === "pg" ? hostOfConnection(one.text) : one.text, one.chain)];
      });
    }),
  );
  // What may be absent leaves the other case to the environment, or to the company whose protocol it is.
  const needed = service.when === undefined || service.when.some((path) => isWritten(subject, `${prefix}${path}`));
  return said || !needed ? found : [...found, ...silent(hearing, service, `${prefix}${service.address?.[0] ?? ""}`)];
}

/** Whether anything stands there, a block among others. */
function isWritten(subject: Subject, path: string): boolean {
  return subject.read(path).some(({ value }) => candidates(value).some((one) => one.is !== "absent"));
}

/** Who is at an address that the configuration of the state names. */
export function storeAt(hearing: Hearing, path: string, text: string, chain: Chain): Store {
  const answerer = whoAnswers(hearing, text, undefined);
  if (answerer !== undefined) return { is: "address", path, text, answerer, chain };
  return { is: approvedHost(hearing, text) ? "approved" : "stranger", path, text: isSensitive({ chain }) ? "(sensitive)" : text, chain };
}

/** Without an address it is the company's own service; a policy that knows the environment may say otherwise. */
function silent(hearing: Hearing, { operator, env = [], when }: Service, path: string): readonly Store[] {
  const said = declared(hearing, env);
  if (said?.is === "set")
    return [storeAt(hearing, path, said.text, [{ at: said.name, text: said.text }, { at: "environment of the policy" }])];
  if (operator !== undefined) return [{ is: "company", operator, chain: [] }];
  if (when !== undefined) return [];
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
