/** Providers that belong to no cloud and that programs use beside one: random values, files, clocks. Simulated, too: nothing is written, nothing is waited for. */
import type { RehearsalOverlay, SimulatedObject, SimulatedValue } from "../../clouds/contract/rehearsal.ts";
import { s3ClientSchema } from "../../clouds/schema/index.ts";
import type { ProviderToSimulate } from "../provider-to-simulate.ts";
import { s3Client } from "./s3-client.ts";
import { type TerseTypes, terseSchema } from "./terse.ts";

const RULES =
  "length:number! lower:bool~ upper:bool~ numeric:bool~ number:bool~ special:bool~ min_lower:number~ min_upper:number~ min_numeric:number~ min_special:number~ override_special:text? keepers:map?";
const MOMENT =
  "day:number hour:number minute:number month:number second:number unix:number year:number rfc3339:text~ triggers:map? id:text";
const HASHES =
  "content_base64sha256:text content_base64sha512:text content_md5:text content_sha1:text content_sha256:text content_sha512:text id:text";

/** The attributes that the providers document, written from their documentation's words and not verified against a release. */
const TYPES: Readonly<Record<string, TerseTypes>> = {
  "hashicorp/random": {
    random_id: "byte_length:number! keepers:map? prefix:text? b64_std:text b64_url:text dec:text hex:text id:text",
    random_integer: "min:number! max:number! seed:text? keepers:map? id:text result:number",
    random_password: `${RULES} bcrypt_hash:text* id:text result:text*`,
    random_string: `${RULES} id:text result:text`,
    random_pet: "length:number~ prefix:text? separator:text~ keepers:map? id:text",
    random_shuffle: "input:list! result_count:number? seed:text? keepers:map? id:text result:list",
    random_uuid: "keepers:map? id:text result:text",
    "ephemeral.random_password": `${RULES.replace(" keepers:map?", "")} bcrypt_hash:text* result:text*`,
  },
  "hashicorp/null": { null_resource: "triggers:map? id:text" },
  "hashicorp/time": {
    time_static: MOMENT,
    time_offset: `${MOMENT} base_rfc3339:text~ offset_days:number? offset_hours:number? offset_minutes:number? offset_months:number? offset_seconds:number? offset_years:number?`,
    time_rotating: `${MOMENT} rotation_days:number? rotation_hours:number? rotation_minutes:number? rotation_months:number? rotation_years:number? rotation_rfc3339:text~`,
    time_sleep: "create_duration:text? destroy_duration:text? triggers:map? id:text",
  },
  "hashicorp/tls": {
    tls_private_key:
      "algorithm:text! rsa_bits:number~ ecdsa_curve:text~ id:text private_key_pem:text* private_key_openssh:text* private_key_pem_pkcs8:text* public_key_pem:text public_key_openssh:text public_key_fingerprint_md5:text public_key_fingerprint_sha256:text",
  },
  "hashicorp/cloudinit": {
    "data.cloudinit_config":
      "gzip:bool? base64_encode:bool? boundary:text~ rendered:text id:text part[content:text! content_type:text? filename:text? merge_type:text?]",
  },
  "hashicorp/local": {
    local_file: `filename:text! content:text? content_base64:text? source:text? directory_permission:text~ file_permission:text~ ${HASHES}`,
    local_sensitive_file: `filename:text! content:text?* content_base64:text?* source:text? directory_permission:text~ file_permission:text~ ${HASHES}`,
  },
};

const LETTERS = {
  lower: true,
  upper: true,
  numeric: true,
  number: true,
  special: true,
  min_lower: 0,
  min_upper: 0,
  min_numeric: 0,
  min_special: 0,
};
const count = (value: SimulatedValue | undefined, standard: number): number => (typeof value === "number" ? value : standard);

/** Text of the wished length that says what it is as far as it fits. */
const sized = ({ length }: SimulatedObject, hex: string): string =>
  `Rh-9${hex.repeat(Math.ceil(count(length, 16) / hex.length))}`.slice(0, count(length, 16));

const random: RehearsalOverlay = {
  resources: {
    random_id: {
      replaces: ["byte_length", "keepers", "prefix"],
      fills: { hex: ({ byte_length: n, prefix }, cx) => `${String(prefix ?? "")}${cx.seed("hex", 2 * count(n, 8))}` },
    },
    random_integer: {
      replaces: ["min", "max", "keepers", "seed"],
      fills: {
        result: ({ min, max }, cx) =>
          count(min, 0) + (Number.parseInt(cx.seed("result", 8), 16) % Math.max(1, count(max, 1) - count(min, 0) + 1)),
      },
    },
    random_password: {
      replaces: ["length", "keepers", "override_special"],
      defaults: LETTERS,
      fills: { id: "none", result: (attributes, cx) => sized(attributes, cx.seed("result", 64)) },
    },
    random_string: {
      replaces: ["length", "keepers", "override_special"],
      defaults: LETTERS,
      fills: { result: (attributes, cx) => sized(attributes, cx.seed("result", 64)) },
    },
    random_pet: {
      replaces: ["length", "prefix", "separator", "keepers"],
      defaults: { length: 2, separator: "-" },
      fills: {
        id: ({ prefix, separator }, cx) =>
          [...(typeof prefix === "string" ? [prefix] : []), "rehearsal", cx.seed("id", 6)].join(String(separator ?? "-")),
      },
    },
    random_shuffle: {
      replaces: ["input", "result_count", "keepers", "seed"],
      fills: { result: ({ input, result_count: n }) => (Array.isArray(input) ? input.slice(0, count(n, input.length)) : []) },
    },
    random_uuid: { replaces: ["keepers"], fills: { result: (_, cx) => cx.uuid("result") } },
  },
};

const NOW = "2026-01-01T00:00:00Z";
const moment = { defaults: {}, replaces: ["triggers"], fills: { rfc3339: NOW, year: 2026, month: 1, day: 1, unix: 1767225600 } };

const OVERLAYS: Readonly<Record<string, RehearsalOverlay>> = {
  "hashicorp/random": random,
  "hashicorp/cloudinit": {
    dataSources: { cloudinit_config: (_, cx) => ({ rendered: `#cloud-config rehearsal-${cx.seed("rendered", 16)}` }) },
  },
  "hashicorp/null": { resources: { null_resource: { replaces: ["triggers"] } } },
  "hashicorp/time": {
    resources: { time_static: moment, time_offset: moment, time_rotating: moment, time_sleep: { replaces: ["triggers"] } },
  },
  "hashicorp/tls": {
    resources: {
      tls_private_key: {
        replaces: ["algorithm", "rsa_bits", "ecdsa_curve"],
        defaults: { rsa_bits: 2048, ecdsa_curve: "P224" },
        fills: { public_key_openssh: (_, cx) => `ssh-ed25519 AAAA${cx.seed("key", 64)} rehearsal` },
      },
    },
  },
  "hashicorp/local": {
    resources: {
      local_file: {
        replaces: ["filename", "content", "content_base64", "source"],
        defaults: { directory_permission: "0777", file_permission: "0777" },
      },
      local_sensitive_file: {
        replaces: ["filename", "content", "content_base64", "source"],
        defaults: { directory_permission: "0700", file_permission: "0700" },
      },
    },
  },
};

export const utilityProviders = (): readonly Required<ProviderToSimulate>[] => [
  ...Object.entries(TYPES).map(([source, types]) => ({ source, schema: terseSchema(source, types), overlay: OVERLAYS[source] ?? {} })),
  { source: "aminueza/minio", schema: s3ClientSchema(), overlay: s3Client },
];
