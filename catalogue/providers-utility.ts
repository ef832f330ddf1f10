import type { OtherProvider, TypeEffect } from "./provider.ts";
import { unread } from "./sourced.ts";

const seen = "2026-11-23";
const docs = (provider: string) => ({ source: `https://github.com/hashicorp/terraform-provider-${provider} docs/index.md`, seen }) as const;
const each = (because: string, types: readonly string[]): Readonly<Record<string, TypeEffect>> =>
  Object.fromEntries(types.map((type) => [type, { by: "global", because }]));

const RANDOM = "A number or text made in the engine and kept in the state alone.";
const RANDOM_ONCE = "A text made in the engine for one run, and kept nowhere.";
const TLS_ONCE = "A key made in the engine for one run, and kept nowhere.";
const TLS = "A key or certificate computed in the engine and kept in the state alone.";
const TIME = "A moment kept in the state alone.";
const NULL = "Holds nothing; what its provisioners do is judged by itself.";

/** Providers that compute inside the engine: where the engine and the state are, and nowhere else. */
export const UTILITY_PROVIDERS: Readonly<Record<string, OtherProvider>> = {
  "hashicorp/random": {
    kind: "utility",
    because: "It makes random values in the engine, and asks nobody.",
    resources: each(RANDOM, [
      "random_bytes",
      "random_id",
      "random_integer",
      "random_password",
      "random_pet",
      "random_shuffle",
      "random_string",
      "random_uuid",
      "random_uuid4",
      "random_uuid7",
    ]),
    // Ephemeral: made anew in each run, and kept nowhere.
    dataSources: each(RANDOM_ONCE, ["random_password"]),
    ...docs("random"),
  },
  "hashicorp/tls": {
    kind: "utility",
    because: "It computes keys and certificates in the engine; only the data source that fetches one from a server leaves it.",
    resources: each(TLS, ["tls_private_key", "tls_cert_request", "tls_self_signed_cert", "tls_locally_signed_cert"]),
    dataSources: {
      ...each(TLS, ["tls_public_key"]),
      // Ephemeral: made anew in each run, and kept nowhere.
      ...each(TLS_ONCE, ["tls_private_key"]),
      tls_certificate: { by: "opaque", because: "It connects to the server that its address names." },
    },
    ...docs("tls"),
  },
  "hashicorp/time": {
    kind: "utility",
    because: "It keeps moments in the state, and asks nobody.",
    resources: each(TIME, ["time_offset", "time_rotating", "time_sleep", "time_static"]),
    dataSources: {},
    ...docs("time"),
  },
  "hashicorp/null": {
    kind: "utility",
    because: "It does nothing by itself.",
    resources: each(NULL, ["null_resource"]),
    dataSources: each(NULL, ["null_data_source"]),
    ...docs("null"),
  },
  // Archived; templatefile() does the same.
  "hashicorp/template": {
    kind: "utility",
    because: "It renders text in the engine, and asks nobody.",
    resources: { template_dir: { by: "opaque", because: "It writes files on the machine that runs the engine." } },
    dataSources: {
      ...each("Text rendered in the engine and kept in the state alone.", ["template_file"]),
      template_cloudinit_config: {
        by: "opaque",
        because: "It writes a program that a machine runs at its first start, and no rule reads that program.",
      },
    },
    source: "https://github.com/hashicorp/terraform-provider-template website/docs/index.html.markdown",
    seen: "2026-11-28",
  },
  "builtin/terraform": {
    kind: "engine",
    because: "It is a part of the engine.",
    resources: each("Keeps a value in the state alone; what its provisioners do is judged by itself.", ["terraform_data"]),
    // terraform_remote_state is left out: it has the place of the backend that it reads, and is judged like one.
    dataSources: {},
    ...unread("https://developer.hashicorp.com/terraform/language/resources/terraform-data", seen),
  },
};
