import { LocalBackend, TerraformBackend, TerraformRemoteState, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { refuse } from "../refuse.ts";
import { fromStack } from "./from-stack.ts";
import type { AnyS3Store, BucketStore, StateStore } from "./stores.ts";

/** A backend in the engine's own words; the library knows not all of them, and not every argument. */
class StoredState extends TerraformBackend {
  readonly #type: string;
  readonly #config: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, type: string, config: Readonly<Record<string, unknown>>) {
    super(scope, "backend", type);
    this.#type = type;
    this.#config = config;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.#config };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...this.#config };
  }

  getRemoteStateDataSource(scope: Construct, name: string): TerraformRemoteState {
    return new ReadState(scope, name, this.#type, this.#config);
  }
}

class ReadState extends TerraformRemoteState {
  constructor(scope: Construct, id: string, type: string, config: Readonly<Record<string, unknown>>) {
    super(scope, id, type, { workspace: "${terraform.workspace}", ...config });
  }
}

/** Adds the backend of a stack; `scope` is where it stands in the tree. */
export function addBackend(scope: Construct, stack: TerraformStack, store: StateStore): TerraformBackend {
  const said = Object.entries(store).filter(([, value]) => value !== undefined);
  if (said.length > 1) refuse(stack, `state is kept in one place, and ${said.map(([name]) => name).join(" and ")} are named. Keep one.`);
  const path = stack.node.path;
  const { bucket, gitlab, http, postgres, kubernetes } = store;
  if (bucket !== undefined) return new StoredState(scope, "s3", s3(stack, bucket));
  if (gitlab !== undefined) {
    const { url, project, name = path.replaceAll("/", "-") } = gitlab;
    const address = `${url.replace(/\/+$/, "")}/api/v4/projects/${encodeURIComponent(project)}/terraform/state/${encodeURIComponent(name)}`;
    requireHttps(stack, "gitlab.url", address);
    const lock = { lock_address: `${address}/lock`, lock_method: "POST", unlock_address: `${address}/lock`, unlock_method: "DELETE" };
    return new StoredState(scope, "http", { address, ...lock });
  }
  if (http !== undefined) {
    const { address, lockAddress, unlockAddress = lockAddress, lockMethod, unlockMethod } = http;
    for (const one of [address, lockAddress, unlockAddress]) if (one !== undefined) requireHttps(stack, "http.address", one);
    return new StoredState(
      scope,
      "http",
      written({ address, lock_address: lockAddress, unlock_address: unlockAddress, lock_method: lockMethod, unlock_method: unlockMethod }),
    );
  }
  if (postgres !== undefined) {
    const { host, port = 5432, database, schema = path } = postgres;
    if (!/^[A-Za-z0-9.-]+$/.test(host))
      refuse(
        stack,
        `{ postgres: { host: ${JSON.stringify(host)} } } is no host. Write its name alone; user and password are given as PGUSER and PGPASSWORD.`,
      );
    // Without verify-full anybody on the way can answer.
    const conn_str = `postgres://${host}:${port}/${encodeURIComponent(database)}?sslmode=verify-full`;
    return new StoredState(scope, "pg", { conn_str, schema_name: schema.replace(/\W+/g, "_").toLowerCase() });
  }
  if (kubernetes !== undefined) {
    const { host, namespace, suffix = path } = kubernetes;
    requireHttps(stack, "kubernetes.host", host);
    return new StoredState(scope, "kubernetes", { host, namespace, secret_suffix: suffix.toLowerCase().replace(/[^a-z0-9-]+/g, "-") });
  }
  // The library's default writes an absolute path, so that the output differs from machine to machine.
  return new LocalBackend(scope, { path: fromStack(stack, `terraform.${stack.node.id}.tfstate`) });
}

function s3(stack: TerraformStack, bucket: BucketStore | AnyS3Store): Readonly<Record<string, unknown>> {
  const { endpoint, region, checksums, pathStyle } = "at" in bucket ? sold(stack, bucket) : bucket;
  requireHttps(stack, "bucket.endpoint", endpoint);
  return {
    bucket: bucket.name,
    key: bucket.key ?? `${stack.node.path}.tfstate`,
    region,
    endpoints: { s3: endpoint },
    encrypt: true,
    use_lockfile: true,
    // The store is S3 by protocol only: it answers none of Amazon's account and region questions.
    skip_credentials_validation: true,
    skip_region_validation: true,
    skip_metadata_api_check: true,
    skip_requesting_account_id: true,
    skip_s3_checksum: checksums !== true,
    use_path_style: pathStyle !== false,
  };
}

function sold(stack: TerraformStack, { at }: BucketStore): Pick<AnyS3Store, "endpoint" | "region" | "checksums" | "pathStyle"> {
  const storage = at.cloud.objectStorage?.(at.region);
  if (storage !== undefined) return storage;
  return refuse(
    stack,
    `state cannot be kept in a bucket at ${at.id}: ${at.cloud.name} sells no S3 object storage there. Choose another place, or leave \`state\` out.`,
  );
}

/** A password in an address would stand in the written document. */
function requireHttps(stack: TerraformStack, prop: string, address: string): void {
  if (!/^https:\/\/[^\s/@]+(?:\/\S*)?$/.test(address))
    refuse(
      stack,
      `state travels to ${prop}, ${JSON.stringify(address.replace(/\/\/.*@/, "//"))}: write an address that begins with https:// and holds no password.`,
    );
}

const written = (config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
