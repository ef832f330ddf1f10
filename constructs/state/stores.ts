import type { Place } from "../../clouds/contract/index.ts";

/** Where the engine keeps a state. One of these; without any, a file beside the project. */
export interface StateStore {
  /** A bucket of an S3 store; `terroir state bootstrap` makes it. Its own lock file keeps two runs apart, if the store does: `terroir doctor` tries. */
  readonly bucket?: BucketStore | AnyS3Store;
  /** A GitLab project, which keeps states, locks them, and keeps their versions. Without that GitLab there is no state. */
  readonly gitlab?: GitLabStore;
  /** Any server of Terraform's HTTP protocol. */
  readonly http?: HttpStore;
  /** A PostgreSQL database; each state has a schema of its own, and locks by the database. */
  readonly postgres?: PostgresStore;
  /** Secrets of a Kubernetes namespace, one megabyte at most each; leases lock them. */
  readonly kubernetes?: KubernetesStore;
}

/** A bucket in a place whose cloud sells S3 object storage. */
export interface BucketStore {
  /** The bucket's name. */
  readonly name: string;
  /** Where it is, `ovh("GRA11")`: the cloud's own S3 endpoint of that place is used, and the guard judges the place. */
  readonly at: Place;
  /** The object's name in the bucket. @default the stack's path with `.tfstate` */
  readonly key?: string;
}

/** A bucket of any other S3 store. Its host must stand in the policy's `endpoints`, or be one that the catalogue knows. */
export interface AnyS3Store {
  /** The bucket's name. */
  readonly name: string;
  /** `https://s3.example.eu` */
  readonly endpoint: string;
  /** By which the store wants requests to be signed. */
  readonly region: string;
  /** The object's name in the bucket. @default the stack's path with `.tfstate` */
  readonly key?: string;
  /** Whether the store understands the checksums that newer clients send. @default false, which every store understands */
  readonly checksums?: boolean;
  /** Whether the bucket stands in the path of an address, as every store understands, or in its host. @default true */
  readonly pathStyle?: boolean;
}

/** User and password are the engine's to know: `TF_HTTP_USERNAME`, `TF_HTTP_PASSWORD`. */
export interface GitLabStore {
  /** `https://gitlab.example.eu` */
  readonly url: string;
  /** The project's path or number. */
  readonly project: string | number;
  /** The state's name in it. @default the stack's path */
  readonly name?: string;
}

/** User and password are the engine's to know: `TF_HTTP_USERNAME`, `TF_HTTP_PASSWORD`. */
export interface HttpStore {
  /** Where the state is read and written, `https://states.example.eu/shop`. Its host must stand in the policy's `endpoints`. */
  readonly address: string;
  /** @default none: nothing keeps two runs apart */
  readonly lockAddress?: string;
  /** @default `lockAddress` */
  readonly unlockAddress?: string;
  /** @default "LOCK" */
  readonly lockMethod?: string;
  /** @default "UNLOCK" */
  readonly unlockMethod?: string;
}

/** User and password are the engine's to know: `PGUSER`, `PGPASSWORD`. */
export interface PostgresStore {
  /** The server's name, `db.example.eu`, which must stand in the policy's `endpoints`. */
  readonly host: string;
  /** @default 5432 */
  readonly port?: number;
  /** The database in which the states are; it exists already. */
  readonly database: string;
  /** @default the stack's path */
  readonly schema?: string;
}

/** The token is the engine's to know: `KUBE_TOKEN`, and `KUBE_CLUSTER_CA_CERT_DATA` for who answers. */
export interface KubernetesStore {
  /** `https://api.cluster.example.eu:6443` */
  readonly host: string;
  /** The namespace in which the state is kept, as a secret. */
  readonly namespace: string;
  /** The secret is `tfstate-default-SUFFIX`. @default the stack's path */
  readonly suffix?: string;
}
