import type { Json } from "../../values/json.ts";
import type { Files } from "../../values/scope.ts";
import type { Block } from "./blocks.ts";

/** One module as the engine sees it when all files of a folder have been read and merged. */
export interface Module {
  /** As the user named it. */
  readonly origin: string;
  readonly variables: ReadonlyMap<string, Block>;
  /** The workspace of the run, where somebody says it. */
  readonly workspace?: string;
  /** Values given by files that the engine reads by itself, with the file's name. */
  readonly given: ReadonlyMap<string, { readonly value: Json; readonly file: string }>;
  readonly locals: ReadonlyMap<string, Json>;
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, Block>;
  readonly data: ReadonlyMap<string, Block>;
  readonly ephemeral: ReadonlyMap<string, Block>;
  /** By `name` or `name.alias`. */
  readonly providers: ReadonlyMap<string, Block>;
  /** By local name; what stands there may be a text or an object. */
  readonly required: ReadonlyMap<string, Json>;
  readonly backend?: Block;
  readonly cloud?: Block;
  readonly encryption?: Block;
  readonly modules: ReadonlyMap<string, Block>;
  readonly outputs: ReadonlyMap<string, Block>;
  /** What the calls in `modules` lead to, by the call's name, as far as it was read. @default nothing was */
  readonly children?: ReadonlyMap<string, Module>;
  readonly imports: readonly Block[];
  readonly removed: readonly Block[];
  readonly moved: readonly Block[];
  /** By their name, which is their label. */
  readonly checks: readonly Block[];
  /** Blocks that no engine known to us reads, or that run something: type and body. */
  readonly strangers: readonly (Block & { readonly type: string })[];
  /** Files that the engine would read and this view does not. */
  readonly files: readonly { readonly name: string; readonly why: string }[];
  /** What its expressions may read on disk. @default nothing */
  readonly disk?: Files;
  /** Its folder, from that of the root module. @default "." */
  readonly path?: string;
  readonly unseen: readonly string[];
}

/** A document that was parsed, with the name of its file. */
export interface Document {
  readonly file: string;
  readonly json: { readonly [key: string]: Json };
}
