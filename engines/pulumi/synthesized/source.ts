/** The data source that reads another stack's state. */
export const REMOTE_STATE = "terraform_remote_state";

/** In place of an attribute: the thing as a whole. */
export const WHOLE = "*";

/** What a value is made of: an attribute of a resource or data source, or a variable that is a secret. */
export const sourceOf = (address: string, attribute: string): string => `${address}\n${attribute}`;

export function sourceParts(source: string): { readonly address: string; readonly attribute: string } {
  const at = source.lastIndexOf("\n");
  return { address: source.slice(0, at), attribute: source.slice(at + 1) };
}
