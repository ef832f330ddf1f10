import { InputError } from "../../catalogue/errors.ts";
import type { Environment } from "../../engines/index.ts";
import { type Infrastructure, type Json, readDocument } from "../../guard/index.ts";

/**
 * Where Pulumi keeps a stack's state, and who keeps the key of its secrets, said in Terraform's words: one rule judges both engines.
 *
 * @param backend `file://…`, `s3://bucket/path?endpoint=…&region=…`, or the address of a service such as Pulumi Cloud
 * @param secrets `passphrase`, or a key service's URL
 * @throws InputError for what nobody knows
 */
export function stateStore(backend: string, secrets: string, env: Environment): Infrastructure {
  return readDocument(
    { terraform: { backend: backendOf(backend, env), encryption: { key_provider: keyOf(secrets, backend, env) } } },
    "the state's store",
  );
}

function backendOf(text: string, env: Environment): Readonly<Record<string, Json>> {
  const [, scheme = "", rest = ""] = /^([a-z0-9+]+):\/\/(.*)$/is.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case "file":
      return { local: { path: rest } };
    case "s3":
      return { s3: s3Of(text, env) };
    case "gs":
      return { gcs: { bucket: rest } };
    case "azblob":
      return { azurerm: { container_name: rest } };
    case "postgres":
    case "postgresql":
      return { pg: { conn_str: text } };
    case "http":
    case "https":
      // A service that keeps state and runs: whoever answers there has all of it.
      return { http: { address: text } };
    default:
      throw new InputError(
        `${JSON.stringify(text)} is no backend of Pulumi's that is known here. Say file://FOLDER or s3://BUCKET?endpoint=HOST&region=REGION.`,
      );
  }
}

/** As Pulumi's own client reads it: parameters of the URL, and where they are silent the environment. */
function s3Of(text: string, env: Environment): Readonly<Record<string, Json>> {
  const url = new URL(text);
  const one = (name: string): string | undefined => {
    const [value, ...more] = url.searchParams.getAll(name);
    if (more.some((other) => other !== value))
      throw new InputError(`${JSON.stringify(text)} says ${name} more than once: which of them counts depends on the release of Pulumi.`);
    return value;
  };
  const said = one("endpoint") ?? endpointIn(env);
  const inClear = ["disableSSL", "disable_https"].some((name) => isTrue(one(name)));
  const endpoint = said === "" || /^https?:\/\//i.test(said) ? said : `${inClear ? "http" : "https"}://${said}`;
  const region = one("region") ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  const role = one("role");
  return {
    bucket: url.hostname,
    key: url.pathname.replace(/^\//, ""),
    encrypt: true,
    ...(region !== undefined && { region }),
    ...(endpoint !== "" && { endpoints: { s3: inClear ? endpoint.replace(/^https:/i, "http:") : endpoint } }),
    // Who lends the role answers at Amazon's.
    ...(role !== undefined && { assume_role: { role_arn: role } }),
  };
}

/** What the client of the bucket takes from its environment. */
const endpointIn = (env: Environment): string =>
  isTrue(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS) ? "" : (env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL ?? "");

/** As Go reads it. https://pkg.go.dev/strconv#ParseBool, seen 2026-11-28. */
const isTrue = (text: string | undefined): boolean => /^(?:1|t|true)$/i.test(text ?? "");

function keyOf(text: string, backend: string, env: Environment): Json {
  const scheme = text.split(":", 1)[0] ?? "";
  switch (scheme) {
    case "passphrase":
      return { pbkdf2: { own: {} } };
    case "awskms":
      return { aws_kms: { key: {} } };
    case "gcpkms":
      return { gcp_kms: { key: {} } };
    case "azurekeyvault":
      return { azure_vault: { key: {} } };
    case "hashivault": {
      const address = env.VAULT_SERVER_URL ?? env.VAULT_ADDR;
      return { openbao: { key: address === undefined ? {} : { address } } };
    }
    case "default":
      // The service that keeps the state keeps the key as well; without a service it is a passphrase.
      return /^https?:/i.test(backend) ? { openbao: { key: { address: backend } } } : { pbkdf2: { own: {} } };
    default:
      throw new InputError(
        `${JSON.stringify(text)} is no secrets provider of Pulumi's. Say passphrase, or hashivault://KEY with VAULT_SERVER_URL in the environment.`,
      );
  }
}
