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

interface Body {
  readonly source?: string;
  readonly "//"?: { readonly metadata?: { readonly path?: string } };
}

interface Written {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
  readonly module?: Readonly<Record<string, Body>>;
}

/** Every resource, look-up and module in the stacks of a synthesized folder. Another stack's outputs, which are read wherever both stand, are none. */
export function blocksIn(folder: string): readonly WrittenBlock[] {
  const stacks = existsSync(join(folder, "stacks")) ? readdirSync(join(folder, "stacks")) : [];
  return stacks.flatMap((stack) => {
    const {
      resource = {},
      data = {},
      module = {},
    } = JSON.parse(readFileSync(join(folder, "stacks", stack, "cdk.tf.json"), "utf8")) as Written;
    const { terraform_remote_state: _, ...lookUps } = data;
    const block = (address: string, type: string, body: Body): WrittenBlock => {
      const path = body["//"]?.metadata?.path;
      return { address: `${stack}: ${address}`, type, ...(path !== undefined && { path }) };
    };
    const all = (kind: "" | "data", types: NonNullable<Written["resource"]>) =>
      Object.entries(types).flatMap(([type, bodies]) =>
        Object.entries(bodies).map(([name, body]) =>
          block(kind === "" ? `${type}.${name}` : `data.${type}.${name}`, kind === "" ? type : `data ${type}`, body),
        ),
      );
    return [
      ...all("", resource),
      ...all("data", lookUps),
      ...Object.entries(module).map(([name, body]) => block(`module.${name}`, `module ${body.source ?? ""}`, body)),
    ];
  });
}
