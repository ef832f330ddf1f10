import { ComplexList, ComplexMap, ComplexObject, type IInterpolatingParent, MapList, Tokenization } from "cdktf";
import { collectionNames, referenceName } from "../naming/names.ts";
import { defineAccess } from "./access.ts";
import type { Referable } from "./referable.ts";
import type { AttributeShape, StructShape } from "./shape.ts";
import { collected, currentValue, emptyValues, type Kept, VALUES, type Values } from "./values.ts";

type Class = abstract new (...args: never) => Kept;

/** Classes of a structure: the reference to one, and its collections, by name. Made when first asked for. */
const made = new WeakMap<StructShape, ReadonlyMap<string, Class>>();

/** A reference to a nested object. Its value can be set as a whole or attribute by attribute. */
class Reference extends ComplexObject {
  declare readonly [VALUES]: Values;
  #isEmpty = false;
  #token: unknown;
  readonly #struct: StructShape;

  constructor(struct: StructShape, parent: IInterpolatingParent, attribute: string, isFromSet: boolean, index?: number | string) {
    super(parent, attribute, isFromSet, index);
    this.#struct = struct;
    Object.defineProperty(this, VALUES, { value: emptyValues() });
  }

  get internalValue(): unknown {
    if (this.#token !== undefined) return this.#token;
    return collected(this.#struct, (attribute) => currentValue(this, attribute)) ?? (this.#isEmpty ? {} : undefined);
  }

  set internalValue(value: unknown) {
    const isToken = !this.#struct.isClass && Tokenization.isResolvable(value);
    const given = (isToken ? undefined : value) as Values | null | undefined;
    this.#token = isToken ? value : undefined;
    this.#isEmpty = given !== undefined && given !== null && Object.keys(given).length === 0;
    for (const { property, kept, put } of this.#struct.assignable.values()) {
      if (kept) (Reflect.get(this, put) as (value: unknown) => void).call(this, given?.[property]);
      else Reflect.set(this, property, given?.[property]);
    }
  }
}

/** The position of a reference's constructor arguments depends on where the structure stands. */
function referenceClass(struct: StructShape): Class {
  const { nesting, single } = struct;
  const name = referenceName(struct.name);
  const isOne = single || nesting === "single" || nesting === "object";
  const isEntry = nesting.startsWith("map");
  const { [name]: Named } = {
    [name]: class extends Reference {
      constructor(parent: IInterpolatingParent, attribute: string, at?: number | string, isFromSet?: boolean) {
        const index = isOne ? (single ? 0 : undefined) : at;
        super(struct, parent, attribute, !isOne && !isEntry && isFromSet === true, index);
      }
    },
  };
  if (Named === undefined) throw new Error(`${name} could not be made.`);
  defineAccess(Named.prototype, struct, keptFor);
  return Named as unknown as Class;
}

const construct = (Class: Class | undefined, ...args: unknown[]): Kept => Reflect.construct(Class as new () => Kept, args) as Kept;

/** A collection of structures, or of collections of them. `member`: the class of what it gives. */
function collectionClass(name: string, struct: StructShape, member: Class | undefined, isOuter: boolean): Class {
  const innerIsSet = struct.nesting === "setmap" || struct.nesting.startsWith("set");
  const classes: Record<string, unknown> = /Map$/.test(name)
    ? {
        [name]: class extends ComplexMap {
          get(key: string): unknown {
            return isOuter
              ? construct(member, this, `[${key}]`, innerIsSet)
              : construct(member, this.terraformResource, this.terraformAttribute, key);
          }
        },
      }
    : isOuter
      ? {
          [name]: class extends MapList {
            get(index: number): unknown {
              return construct(member, this, `[${index}]`, innerIsSet);
            }
          },
        }
      : {
          [name]: class extends ComplexList {
            get(index: number): unknown {
              return construct(member, this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
            }
          },
        };
  return classes[name] as Class;
}

/** All classes of one structure, by name. */
export function classesOf(struct: StructShape): ReadonlyMap<string, Class> {
  const known = made.get(struct);
  if (known !== undefined) return known;
  const classes = new Map<string, Class>();
  const reference = referenceClass(struct);
  classes.set(referenceName(struct.name), reference);
  const [outer, inner] = collectionNames(struct.name, struct.nesting, struct.single);
  const innermost = inner ?? outer;
  const close = innermost === undefined ? undefined : collectionClass(innermost, struct, reference, false);
  if (innermost !== undefined && close !== undefined) classes.set(innermost, close);
  if (outer !== undefined && inner !== undefined) classes.set(outer, collectionClass(outer, struct, close, true));
  made.set(struct, classes);
  return classes;
}

/** The object through which a nested attribute is read; `undefined` where none of its structures has one. */
export function keptFor(self: Referable, { struct, tf, type }: AttributeShape): Kept | undefined {
  if (struct === undefined) return undefined;
  const [outer] =
    type.of === "struct" || (type.of !== "simple" && type.single) ? [] : collectionNames(struct.name, struct.nesting, struct.single);
  const Class = classesOf(struct).get(outer ?? referenceName(struct.name));
  return Class === undefined ? undefined : construct(Class, self, tf, type.of === "set");
}
