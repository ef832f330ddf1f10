import { errorsIn } from "../../engines/error.ts";

/**
 * Whether code of which no plan could be made can be trusted as it is written. It can where what the engine complains of leaves something out or
 * cannot be followed, because the guard then knows nothing and refuses by itself. It cannot where the engine reads the code otherwise than we do, nor
 * where an attribute that the provider's schema does not have could name a place.
 */
export function trustworthy(output: string): boolean {
  const errors = errorsIn(output)
    .split(/^(?=Error: )/m)
    .filter((one) => one.startsWith("Error: "));
  return errors.length > 0 && errors.every(isHarmless);
}

function isHarmless(error: string): boolean {
  const [, unknown] = /^Error: Unsupported (?:argument|block type)[\s\S]*?(?:An argument named|Blocks of type) "([^"]+)"/.exec(error) ?? [];
  // Written as a block where the schema has an argument of that name, or the other way: what it says is read alike.
  if (unknown !== undefined) return /Did you mean to define/.test(error) || (PLAIN.test(error) && !PLACES.test(unknown));
  return HARMLESS.some((title) => error.startsWith(`Error: ${title}`));
}

/** An argument on one line that holds no block, list or map: what is within those the engine did not look at, and it may name a place. */
const PLAIN = /^\s*\d+:\s+[\w-]+\s*=[^{[(]*$/m;

/** Words in the names of attributes that say where something is or goes; wider than any schema that we know. */
const PLACES =
  /region|zone|locat|datacent|country|continent|geo|site|place|endpoint|url|uri|host|domain|address|backup|snapshot|replica|destination|target|source|copy|mirror|peer|export|sink|log|configuration|plan/i;

const HARMLESS = [
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
  "Unsupported operator",
  "Attempt to get attribute from null value",
];
