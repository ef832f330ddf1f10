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
  readonly "//"?: { readonly metadata?: { readonly path?: string } };
}

type Blocks = Readonly<Record<string, Readonly<Record<string, Body>>>>;

interface Written {
  readonly "//"?: { readonly metadata?: { readonly overrides?: { readonly stack?: readonly string[] } } };
  readonly ephemeral?: Blocks;
  readonly variable?: Readonly<Record<string, { readonly description?: string }>>;
  readonly terraform?: {
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

/** Parts of a stack that its overrides may write and that are listed anyway, or say nothing of a provider. */
const LISTED = new Set(["resource", "data", "module", "ephemeral", "provider", "terraform", "variable", "output", "locals", "//"]);

/**
 * Every resource, look-up, module and override of a whole stack in a synthesized folder. Another stack's outputs, which are read wherever both stand, are
 * none.
 */
export function blocksIn(folder: string): readonly WrittenBlock[] {
  return stacksOf(folder).flatMap(([stack, { resource = {}, data = {}, ephemeral = {}, module = {}, "//": about }]) => {
    const { terraform_remote_state: _, ...lookUps } = data;
    const block = (address: string, type: string, body: Body): WrittenBlock => {
      const path = body["//"]?.metadata?.path;
      return { address: `${stack}: ${address}`, type, ...(path !== undefined && { path }) };
    };
    const all = (kind: "" | "data" | "ephemeral", types: Blocks) =>
      Object.entries(types).flatMap(([type, bodies]) =>
        Object.entries(bodies).map(([name, body]) =>
          block(kind === "" ? `${type}.${name}` : `${kind}.${type}.${name}`, kind === "" ? type : `${kind} ${type}`, body),
        ),
      );
    const overrides = [...new Set((about?.metadata?.overrides?.stack ?? []).map((path) => path.split(".")[0] ?? path))];
    return [
      ...all("", resource),
      ...all("data", lookUps),
      ...all("ephemeral", ephemeral),
      ...Object.entries(module).map(([name, body]) => block(`module.${name}`, `module ${body.source ?? ""}`, body)),
      ...overrides.filter((part) => !LISTED.has(part)).map((part) => block(part, "override of the stack", {})),
    ];
  });
}

/** Where the states of a synthesized folder are kept. */
export function statesIn(folder: string): readonly KeptState[] {
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
export const variablesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    stacksOf(folder).flatMap(([, { variable = {} }]) =>
      Object.entries(variable).map(([name, { description = "" }]) => [name, description]),
    ),
  );
