import { compact } from "./codec.ts";
import { type LoadedSchema, openSchema } from "./load.ts";
import type { AttributeSchema, BlockSchema, BlockTypeSchema, Schema, TypeSchema } from "./schema.ts";

type Words = Readonly<Record<string, string | Block>>;
interface Block {
  readonly most?: number;
  readonly least?: number;
  readonly of: Words;
}

const TYPES: Readonly<Record<string, TypeSchema>> = { text: "string", number: "number", bool: "bool", map: ["map", "string"] };

/** `text!` is required, `text?` optional, `text~` optional and computed, `text` computed. */
function block(words: Words): BlockSchema {
  const attributes: Record<string, AttributeSchema> = {};
  const block_types: Record<string, BlockTypeSchema> = {};
  for (const [name, word] of Object.entries(words))
    if (typeof word === "string") attributes[name] = attribute(word);
    else
      block_types[name] = {
        nesting_mode: "list",
        ...(word.least === undefined ? {} : { min_items: word.least }),
        ...(word.most === undefined ? {} : { max_items: word.most }),
        block: block(word.of),
      };
  return { attributes, ...(Object.keys(block_types).length > 0 ? { block_types } : {}) };
}

function attribute(word: string): AttributeSchema {
  const flag = /[!?~]/.exec(word)?.[0];
  return {
    type: TYPES[word.replace(/[^a-z]/g, "")] ?? "string",
    ...(flag === "!" ? { required: true } : {}),
    ...(flag === "?" || flag === "~" ? { optional: true } : {}),
    ...(flag === undefined || flag === "~" ? { computed: true } : {}),
    ...(word.endsWith("*") ? { sensitive: true } : {}),
  };
}

const one = (of: Words): Block => ({ most: 1, of });

const PROVIDER: Words = {
  minio_server: "text!",
  minio_region: "text?",
  minio_user: "text?",
  minio_password: "text?*",
  minio_session_token: "text?*",
  minio_api_version: "text?",
  minio_ssl: "bool?",
  minio_insecure: "bool?",
  minio_cacert_file: "text?",
  minio_cert_file: "text?",
  minio_key_file: "text?*",
  minio_debug: "bool?",
  skip_bucket_tagging: "bool?",
  s3_compat_mode: "bool?",
};

const FILTER: Words = { prefix: "text?", object_size_greater_than: "number?", object_size_less_than: "number?" };

const RESOURCES: Readonly<Record<string, Words>> = {
  minio_s3_bucket: {
    acl: "text?",
    arn: "text",
    bucket: "text~",
    bucket_domain_name: "text",
    bucket_prefix: "text?",
    force_destroy: "bool?",
    id: "text",
    object_locking: "bool?",
    quota: "number?",
    tags: "map~",
  },
  minio_s3_bucket_versioning: {
    bucket: "text!",
    id: "text",
    versioning_configuration: { least: 1, most: 1, of: { status: "text!", exclude_folders: "bool?" } },
  },
  minio_s3_bucket_server_side_encryption: { bucket: "text!", encryption_type: "text!", id: "text", kms_key_id: "text?" },
  minio_s3_bucket_object_lock_configuration: {
    bucket: "text!",
    id: "text",
    object_lock_enabled: "text?",
    rule: one({ default_retention: { least: 1, most: 1, of: { mode: "text!", days: "number?", years: "number?" } } }),
  },
  minio_s3_bucket_policy: { bucket: "text!", id: "text", policy: "text!" },
  minio_s3_bucket_lifecycle: {
    bucket: "text!",
    id: "text",
    rule: {
      least: 1,
      of: {
        id: "text!",
        status: "text?",
        filter: one({
          ...FILTER,
          and: one({ ...FILTER, tags: "map?" }),
          tag: one({ key: "text!", value: "text!" }),
        }),
        expiration: one({ days: "number?", date: "text?", expired_object_delete_marker: "bool?" }),
        noncurrent_version_expiration: one({ noncurrent_days: "number!", newer_noncurrent_versions: "number?" }),
        abort_incomplete_multipart_upload: one({ days_after_initiation: "number!" }),
        noncurrent_version_transition: one({ noncurrent_days: "number!", storage_class: "text!", newer_noncurrent_versions: "number?" }),
        transition: one({ storage_class: "text!", days: "number?", date: "text?" }),
      },
    },
  },
};

/** What random passwords are made with, of hashicorp/random. Source: hashicorp/terraform-provider-random docs/resources/password.md; seen 2026-11-28. */
const PASSWORD: Words = {
  bcrypt_hash: "text*",
  id: "text",
  keepers: "map?",
  length: "number!",
  lower: "bool~",
  min_lower: "number~",
  min_numeric: "number~",
  min_special: "number~",
  min_upper: "number~",
  numeric: "bool~",
  override_special: "text?",
  result: "text*",
  special: "bool~",
  upper: "bool~",
};

/** A resource type of the providers that clouds are written with beside their own; undefined where it is of none of them. */
export function furtherType(type: string): Schema | undefined {
  return type === "random_password" ? { version: 0, block: block(PASSWORD) } : s3ClientSchema().resource(type);
}

let schema: LoadedSchema | undefined;

/**
 * The types of the S3 client (aminueza/minio) that clouds without buckets of their own are written with. Its documentation's schema pages, which are
 * generated from the provider, and not a release of it: where the two differ the real provider is right.
 *
 * Source: aminueza/terraform-provider-minio docs/resources/s3_bucket*.md, minio/provider.go; seen 2026-11-28.
 */
export function s3ClientSchema(): LoadedSchema {
  const resource_schemas = Object.fromEntries(
    Object.entries(RESOURCES).map(([type, words]): [string, Schema] => [type, { version: 0, block: block(words) }]),
  );
  schema ??= openSchema(
    compact({
      provider_version: "3.41.1",
      provider_schemas: { "registry.terraform.io/aminueza/minio": { provider: { version: 0, block: block(PROVIDER) }, resource_schemas } },
    }),
  );
  return schema;
}
