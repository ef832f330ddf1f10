import type { Json } from "../../catalogue/json.ts";

type Members = Readonly<Record<string, Json>>;
const membersOf = (value: Json | undefined): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Every text in a plan that a schema, a variable or an output calls sensitive. */
export function sensitiveTexts(plan: Members): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of ["resource_changes", "resource_drift"])
    for (const one of listOf(plan[name])) {
      const change = membersOf(membersOf(one).change);
      gather(change.before, change.before_sensitive, found);
      gather(change.after, change.after_sensitive, found);
    }
  for (const change of Object.values(membersOf(plan.output_changes)).map(membersOf)) {
    gather(change.before, change.before_sensitive, found);
    gather(change.after, change.after_sensitive, found);
  }
  const declared = membersOf(membersOf(membersOf(plan.configuration).root_module).variables);
  for (const [name, variable] of Object.entries(membersOf(plan.variables)))
    if (membersOf(declared[name]).sensitive === true) gather(membersOf(variable).value, true, found);
  return found;
}

/** `marks` has the shape of `value`, with `true` where all below is sensitive. */
function gather(value: Json | undefined, marks: Json | undefined, into: Set<string>): void {
  if (value === undefined || value === null || marks === undefined || marks === false) return;
  if (marks === true) {
    if (typeof value === "string") into.add(value);
    else if (typeof value === "number") into.add(String(value));
    else if (typeof value === "object") for (const one of Object.values(value)) gather(one as Json, true, into);
    return;
  }
  if (typeof value !== "object" || typeof marks !== "object" || marks === null) return;
  const marked = marks as { readonly [key: string]: Json };
  for (const [key, one] of Object.entries(value)) gather(one as Json, marked[key], into);
}
