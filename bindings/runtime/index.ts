/**
 * What every generated class is made of. A package of bindings holds its provider's shape as data; these few classes read it, so that a provider of
 * four hundred types costs what is used of it. Bundled into each package, where `cdktf` is whatever its user installed under that name.
 */
import type { BindingRecord } from "../naming/descriptor.ts";
import { collectionNames, hclWriterName, referenceName, writerName } from "../naming/names.ts";
import { bindingClass, type ProviderInfo } from "./construct.ts";
import { functionsClass } from "./functions.ts";
import { classesOf } from "./reference.ts";
import { type BindingShape, readBinding, type StructShape } from "./shape.ts";
import { hclStructWriter, structWriter } from "./write.ts";

const PATHS = Symbol.for("terroir.bindings.paths");

/** Defines a property that is worked out when first read. */
function lazily(target: object, name: string, make: () => unknown): void {
  let value: unknown;
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get() {
      value ??= make();
      return value;
    },
  });
}

/** Everything that one type exports, each made when first read. */
function exportsOf(info: ProviderInfo, shape: BindingShape): object {
  const own = {};
  lazily(own, shape.className, () => bindingClass(info, shape));
  for (const struct of shape.structs) {
    lazily(own, writerName(struct.name), () => structWriter(struct));
    lazily(own, hclWriterName(struct.name), () => hclStructWriter(struct));
    for (const name of classNames(shape, struct)) lazily(own, name, () => classesOf(struct).get(name));
  }
  return own;
}

/** A provider's settings are never read back: its structures have no classes. */
const classNames = (shape: BindingShape, { name, nesting, single }: StructShape): readonly string[] =>
  shape.kind === "provider" ? [] : [referenceName(name), ...collectionNames(name, nesting, single)];

/** Puts the classes of several types into a module's exports, and keeps them apart by path for the package's index. */
export function define(exports: object, info: ProviderInfo, records: readonly BindingRecord[]): void {
  const paths: Record<string, object> = {};
  Object.defineProperty(exports, "__esModule", { value: true });
  Object.defineProperty(exports, PATHS, { value: paths });
  const add = (path: string, names: readonly string[], make: () => object) => {
    lazily(paths, path, make);
    for (const name of names) lazily(exports, name, () => Reflect.get(paths[path] ?? {}, name));
  };
  for (const record of records) {
    const shape = readBinding(record, info.name);
    add(record[0], [shape.className, ...shape.structs.flatMap((struct) => classNames(shape, struct))], () => exportsOf(info, shape));
    const { functions } = info;
    if (shape.kind !== "provider" || functions === undefined) continue;
    add("provider-functions", [functions[0]], () => {
      const own = {};
      lazily(own, functions[0], () => functionsClass(functions));
      return own;
    });
  }
}

/** Answers for the classes of one type, loaded when one of them is used. */
class Namespace implements ProxyHandler<object> {
  #loaded: object | undefined;
  readonly #load: () => object;
  readonly #path: string;

  constructor(load: () => object, path: string) {
    this.#load = load;
    this.#path = path;
  }

  get own(): object {
    this.#loaded ??= (Reflect.get(this.#load(), PATHS) as Record<string, object>)[this.#path] ?? {};
    return this.#loaded;
  }

  get(_target: object, name: PropertyKey): unknown {
    return Reflect.get(this.own, name);
  }

  has(_target: object, name: PropertyKey): boolean {
    return Reflect.has(this.own, name);
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.own);
  }

  getOwnPropertyDescriptor(_target: object, name: PropertyKey): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.own, name);
  }

  set(): boolean {
    return false;
  }

  defineProperty(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }
}

/** A namespace of the index. */
export const namespace = (load: () => object, path: string): object => new Proxy({}, new Namespace(load, path));
