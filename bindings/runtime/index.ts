/**
 * What every generated class is made of. A package of bindings holds its provider's shape as data; these few classes read it, so that a provider of
 * four hundred types costs what is used of it. Bundled into each package, where `cdktf` is whatever its user installed under that name.
 */
import type { BindingRecord } from "../naming/descriptor.ts";
import { collectionNames, hclWriterName, referenceName, writerName } from "../naming/names.ts";
import { bindingClass, type ProviderInfo } from "./construct.ts";
import { functionsClass } from "./functions.ts";
import { classesOf } from "./reference.ts";
import { readBinding } from "./shape.ts";
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

/** Puts the classes of several types into a module's exports, and keeps them apart by path for the package's index. */
export function define(exports: object, info: ProviderInfo, records: readonly BindingRecord[]): void {
  const paths: Record<string, object> = {};
  Object.defineProperty(exports, "__esModule", { value: true });
  Object.defineProperty(exports, PATHS, { value: paths });
  for (const record of records) {
    const shape = readBinding(record, info.name);
    const own = {};
    lazily(own, shape.className, () => bindingClass(info, shape));
    for (const struct of shape.structs) {
      lazily(own, writerName(struct.name), () => structWriter(struct));
      lazily(own, hclWriterName(struct.name), () => hclStructWriter(struct));
      if (shape.kind === "provider") continue;
      for (const name of [referenceName(struct.name), ...collectionNames(struct.name, struct.nesting, struct.single)])
        lazily(own, name, () => classesOf(struct).get(name));
    }
    paths[record[0]] = own;
    const { functions } = info;
    if (shape.kind === "provider" && functions !== undefined) {
      const found = {};
      lazily(found, functions[0], () => functionsClass(functions));
      paths["provider-functions"] = found;
      Object.defineProperties(exports, Object.getOwnPropertyDescriptors(found));
    }
    Object.defineProperties(exports, Object.getOwnPropertyDescriptors(own));
  }
}

/** A namespace of the index: the classes of one type, loaded when one of them is used. */
export function namespace(load: () => object, path: string): object {
  let loaded: object | undefined;
  const own = (): object => {
    loaded ??= (Reflect.get(load(), PATHS) as Record<string, object>)[path] ?? {};
    return loaded;
  };
  return new Proxy(
    {},
    {
      get: (_, name) => Reflect.get(own(), name) as unknown,
      has: (_, name) => Reflect.has(own(), name),
      ownKeys: () => Reflect.ownKeys(own()),
      getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(own(), name),
      set: () => false,
      defineProperty: () => false,
      deleteProperty: () => false,
    },
  );
}
