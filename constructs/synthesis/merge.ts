/**
 * Merges a settled fragment into the document: objects by key, lists one after the other, everything else replaced. It is what the library
 * does, less its copying: a subtree that the document lacks is taken over as it is, and copied only when a second fragment meets it.
 */
export class Document {
  readonly root: Record<string, unknown> = {};
  /** Objects made here, which may be written to; all others belong to the fragments. */
  readonly #own = new WeakSet<object>();

  constructor() {
    this.#own.add(this.root);
  }

  merge(fragment: Readonly<Record<string, unknown>>): void {
    this.#into(this.root, fragment);
  }

  /** Adds a settled resource; nearly always the only one of its type and id. */
  put({ type, id }: { readonly type: string; readonly id: string }, attributes: Readonly<Record<string, unknown>>): void {
    const ofType = this.#child(this.#child(this.root, "resource"), type);
    if (ofType !== undefined && ofType[id] === undefined) ofType[id] = attributes;
    else this.merge({ resource: { [type]: { [id]: attributes } } });
  }

  /** An object that may be written to, made where there is nothing. Undefined: something else stands there. */
  #child(target: Record<string, unknown> | undefined, key: string): Record<string, unknown> | undefined {
    const present = target?.[key];
    if (target === undefined || (present !== undefined && !isPlainObject(present))) return undefined;
    if (present !== undefined && this.#own.has(present)) return present;
    const child = this.#copy(present ?? {}) as Record<string, unknown>;
    target[key] = child;
    return child;
  }

  #into(target: Record<string, unknown>, source: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(source)) {
      const value = source[key];
      const present = target[key];
      if (value === undefined) delete target[key];
      else if (isPlainObject(value) && typeof present === "object" && present !== null) {
        const mine = this.#own.has(present) ? present : this.#copy(present);
        target[key] = mine;
        // An override may name a member of a list by its index: `provider.ovh.0.endpoint`.
        this.#into(mine as Record<string, unknown>, value);
      } else if (Array.isArray(value) && Array.isArray(present)) target[key] = [...present, ...value];
      else target[key] = value;
    }
  }

  #copy(object: object): object {
    const copy = Array.isArray(object) ? [...object] : { ...object };
    this.#own.add(copy);
    return copy;
  }
}

/** Not a token: the library replaces by tokens, and never merges into them. */
function isPlainObject(x: unknown): x is Record<string, unknown> {
  if (typeof x !== "object" || x === null || Array.isArray(x)) return false;
  return !("resolve" in x);
}
