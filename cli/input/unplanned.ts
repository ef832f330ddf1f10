import { errorsIn } from "../../engines/error.ts";

/**
 * Whether code of which no plan could be made can be trusted as it is written. It can where what the engine complains of leaves something out or
 * cannot be followed, because the guard then knows nothing and refuses by itself, and where it is an attribute that the provider does not have: what may
 * name a place is then found by the schema, and refused by its address. It cannot where the engine reads the code otherwise than we do.
 */
export function trustworthy(output: string): boolean {
  const errors = errorsOf(output);
  return errors.length > 0 && errors.every(isHarmless);
}

/** What an engine complains of, in a line: of each error the title, where it is, and the first sentence on it. All of its words fill a page. */
export function complaints(output: string): string {
  const errors = errorsOf(output).filter((one) => !ANNOUNCES.test(one));
  const told = errors.map((error) => {
    const [title = ""] = error.slice("Error: ".length).split("\n");
    const [, place] = /^\s*on (.+? line \d+)/m.exec(error) ?? [];
    const [, because] =
      /^(.{1,200}?[.?!])(?:\s|$)/.exec(
        error
          .split(/\n\s*\n/)
          .slice(1)
          .at(-1)
          ?.trim()
          .replace(/\s+/g, " ") ?? "",
      ) ?? [];
    const isPlace = because === undefined || /^on \S+ line \d/.test(because);
    return `${title}${place === undefined ? "" : ` (${place})`}${isPlace ? "" : `: ${because}`}`;
  });
  const some = [...new Set(told)];
  const more = some.length > MOST ? [`${some.length - MOST} more`] : [];
  return some.length === 0
    ? errorsIn(output)
        .replace(/\s*\n\s*/g, " ")
        .slice(0, 300)
    : [...some.slice(0, MOST), ...more].join("; ");
}

const MOST = 5;
/** Said before what is the matter. */
const ANNOUNCES = /^Error: (?:Terraform|OpenTofu) encountered problems during initiali/;

const errorsOf = (output: string): readonly string[] =>
  errorsIn(output)
    .split(/^(?=Error: )/m)
    .filter((one) => one.startsWith("Error: "));

const isHarmless = (error: string): boolean => HARMLESS.some((title) => error.startsWith(`Error: ${title}`));

const HARMLESS = [
  // What comes before the matter itself.
  "Terraform encountered problems during initiali",
  "OpenTofu encountered problems during initiali",
  // What cannot be had.
  "Error accessing remote module registry",
  "Failed to download",
  "Failed to query",
  "Failed to resolve",
  "Could not download module",
  "Error downloading module",
  "Module not found",
  "Module not installed",
  "Unreadable module directory",
  // What the schema does not have.
  "Unsupported argument",
  "Unsupported block type",
  "Can't configure a value for",
  // Another release of the engine is wanted: what is written means the same.
  "Unsupported Terraform Core version",
  "Unsupported OpenTofu Core version",
  "Invalid quoted type constraints",
  "Call to unknown function",
  // A module that is checked by itself, without the providers that its caller would hand over.
  "Provider configuration not present",
  "Missing required provider configuration",
  // What is left out, or is of another type than a newer or older release of the provider has it.
  "Missing required argument",
  "Invalid resource type",
  "Invalid data source",
  "Unsupported attribute",
  "Incorrect attribute value type",
  "Reference to undeclared",
  "Insufficient ",
  "Too many ",
  // What only values can show, ours being made up.
  "Invalid function argument",
  "Error in function call",
  "Invalid value for variable",
  "Invalid index",
  "Invalid for_each argument",
  "Invalid count argument",
  "Inconsistent conditional result types",
  "Invalid template interpolation value",
  "Invalid operand",
  "Resource precondition failed",
  "Resource postcondition failed",
  "Module output value precondition failed",
  "Unsupported operator",
  "Attempt to get attribute from null value",
  "Attempt to index null value",
  "Condition is null",
  "Duplicate object key",
  "Incorrect condition type",
  "Incorrect key type",
  "Invalid 'for' condition",
  "Invalid default value for",
  "Invalid dynamic for_each value",
  "Invalid expanding argument value",
  "Invalid object key",
  "Invalid value for input variable",
  "Iteration over ",
  "Missing map element",
  "No value for required variable",
  "Not enough function arguments",
  "Null condition",
  "Null value as key",
  "Operation failed",
  "Output refers to sensitive values",
  "Splat of null value",
  // A reference that no instance answers, of code that was written for an older engine or not tried since.
  "Cannot index a set value",
  'Invalid "count" attribute',
  'Invalid "each" attribute',
  "Invalid reference from destroy provisioner",
  "Missing resource instance key",
  'Reference to "count" in non-counted context',
  'Reference to "each" in context without for_each',
  "Unexpected resource instance key",
  "each.value cannot be used in this context",
  "Module is incompatible with count",
];
