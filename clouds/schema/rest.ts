/** A JSON object whose members nobody has looked at yet. */
export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

/** What the encoding has no short form for is kept as it is, so that a newer Terraform's additions survive. */
export function restOf(object: Members, taken: ReadonlySet<string>): Members | undefined {
  const left = Object.entries(object).filter(([key]) => !taken.has(key));
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** A tuple without its empty end. */
export function trimmed(parts: readonly unknown[]): unknown[] {
  let length = parts.length;
  while (length > 0 && (parts[length - 1] === undefined || parts[length - 1] === null)) length--;
  return parts.slice(0, length).map((part) => part ?? null);
}

/** The same object with every member's value changed; own members only, whatever their names. */
export const mapMembers = <T>(object: Members, change: (value: unknown) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** Whether every member is itself an object, so that its members can be encoded. */
export const isTable = (value: unknown): value is Readonly<Record<string, Members>> =>
  isMembers(value) && Object.values(value).every(isMembers);
