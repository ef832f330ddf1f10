import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One block of what a program synthesized, whoever wrote it. */
export interface WrittenBlock {
  /** `shop: ovh_vrack.main`. */
  readonly address: string;
  /** `ovh_vrack`, `data ovh_cloud_project`, `module SOURCE`. */
  readonly type: string;
  /** Path of the construct that wrote it, where the document says so. */
  readonly path?: string;
  /** Source address of its provider, `ovh/ovh`, where the document says so. */
  readonly source?: string;
  /** What a database runs, `mysql`. */
  readonly engine?: string;
  /** Its provider is pointed at what the stack makes, as one of a new cluster is. */
  readonly follows?: boolean;
}

/** Where the state of one stack is kept. */
export interface KeptState {
  readonly stack: string;
  /** The engine's name of the backend, `s3`. */
  readonly backend: string;
  /** Whose store it is, as far as the document says: an address or a bucket's name; empty for a file beside the project. */
  readonly at: string;
  /** Kinds of keys that encrypt it, `pbkdf2`. */
  readonly keys: readonly string[];
}

interface Body {
  readonly source?: string;
  readonly provider?: string;
  readonly engine?: unknown;
  readonly "//"?: { readonly metadata?: { readonly path?: string } };
}

type Blocks = Readonly<Record<string, Readonly<Record<string, Body>>>>;

interface Written {
  readonly import?: readonly { readonly to?: string }[];
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly ephemeral?: Blocks;
  readonly variable?: Readonly<Record<string, { readonly description?: string }>>;
  readonly terraform?: {
    readonly required_providers?: Readonly<Record<string, { readonly source?: string }>>;
    readonly backend?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly encryption?: { readonly key_provider?: Readonly<Record<string, unknown>> };
  };
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly module?: Readonly<Record<string, Body>>;
}

/** The documents of a synthesized folder, by stack. */
function stacksOf(folder: string): readonly (readonly [stack: string, document: Written])[] {
  const stacks = existsSync(join(folder, "stacks")) ? readdirSync(join(folder, "stacks")) : [];
  return stacks.map((stack) => [stack, JSON.parse(readFileSync(join(folder, "stacks", stack, "cdk.tf.json"), "utf8")) as Written] as const);
}

/** Parts of a document that are listed one by one, or say nothing of a provider. */
const LISTED = new Set([
  ...["resource", "data", "module", "ephemeral", "import"],
  ...["provider", "terraform", "variable", "output", "locals", "//"],
]);

/** How a stack names the outputs of another one of the same program, which are read wherever both stand. */
const OWN_STACK = /^cross-stack-reference-input-/;

/** Every resource, look-up, module, import and further part of a synthesized folder. Another stack's outputs are none. */
export function blocksIn(folder: string): readonly WrittenBlock[] {
  return stacksOf(folder).flatMap(([stack, document]) => {
    const { resource = {}, data = {}, ephemeral = {}, module = {}, import: imports = [], provider = {}, terraform = {} } = document;
    const ofProvider = (type: string, body: Body): Pick<WrittenBlock, "source" | "follows"> => {
      const name = body.provider?.split(".")[0] ?? type.split("_")[0] ?? type;
      const source = terraform.required_providers?.[name]?.source;
      const follows = /\$\{(?!var\.)/.test(JSON.stringify(provider[name] ?? ""));
      return { ...(source !== undefined && { source }), ...(follows && { follows }) };
    };
    const block = (address: string, type: string, { engine, "//": about }: Body = {}): WrittenBlock => {
      const path = about?.metadata?.path;
      return {
        address: `${stack}: ${address}`,
        type,
        ...(path !== undefined && { path }),
        ...(typeof engine === "string" && !engine.includes("${") && { engine }),
      };
    };
    const all = (kind: "" | "data" | "ephemeral", types: Blocks) =>
      Object.entries(types).flatMap(([type, bodies]) =>
        Object.entries(bodies)
          .filter(([name]) => !(type === "terraform_remote_state" && OWN_STACK.test(name)))
          .map(([name, body]) => ({
            ...block(kind === "" ? `${type}.${name}` : `${kind}.${type}.${name}`, kind === "" ? type : `${kind} ${type}`, body),
            ...ofProvider(type, body),
          })),
      );
    return [
      ...all("", resource),
      ...all("data", data),
      ...all("ephemeral", ephemeral),
      ...Object.entries(module).map(([name, body]) => block(`module.${name}`, `module ${body.source ?? ""}`, body)),
      ...[imports].flat().map(({ to = "" }) => block(`import of ${to}`, "import")),
      ...Object.keys(document)
        .filter((part) => !LISTED.has(part))
        .map((part) => block(part, part)),
    ];
  });
}

/** Where the states of a synthesized folder are kept. */
function statesIn(folder: string): readonly KeptState[] {
  return stacksOf(folder).flatMap(([stack, { terraform = {} }]) =>
    Object.entries(terraform.backend ?? {}).map(([backend, { endpoints, bucket, address, host, conn_str }]) => ({
      stack,
      backend,
      at: [
        Object.values((endpoints ?? {}) as object)[0],
        bucket,
        address,
        host,
        conn_str === undefined ? undefined : "a PostgreSQL database",
      ]
        .filter((part) => typeof part === "string")
        .join(" "),
      keys: Object.keys(terraform.encryption?.key_provider ?? {}),
    })),
  );
}

/** Variables that the stacks of a synthesized folder ask for → what each is. */
const variablesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    stacksOf(folder).flatMap(([, { variable = {} }]) =>
      Object.entries(variable).map(([name, { description = "" }]) => [name, description]),
    ),
  );

/** The stacks of a synthesized folder → those whose outputs each reads. */
const orderIn = (folder: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    stacksOf(folder).map(([stack, { data = {} }]) => [
      stack,
      Object.keys(data["terraform_remote_state"] ?? {}).flatMap((name) => (OWN_STACK.test(name) ? [name.replace(OWN_STACK, "")] : [])),
    ]),
  );

/** What a synthesized folder says beside its blocks. */
export const saidIn = (folder: string) => ({ states: statesIn(folder), variables: variablesIn(folder), order: orderIn(folder) });
