import { endOfKey } from "../../subject/instance-keys.ts";

/** An address without its instance keys: `module.a["x"].ovh_b.c[0]` → `module.a.ovh_b.c`. A key may hold anything, brackets and dots too. */
export function withoutKeys(address: string): string {
  let open = address.indexOf("[");
  if (open < 0) return address;
  let plain = "";
  let from = 0;
  for (; open >= 0; open = address.indexOf("[", from)) {
    plain += address.slice(from, open);
    from = endOfKey(address, open) + 1;
  }
  return plain + address.slice(from);
}

/** `module.a["x"].module.b` → `module.a["x"]`; the root is empty. */
export function parentModule(address: string): string {
  let last = -1;
  for (let i = 0; i < address.length; i++) {
    if (address[i] === "[") i = endOfKey(address, i);
    else if (address.startsWith(".module.", i)) last = i;
  }
  return last < 0 ? "" : address.slice(0, last);
}

export const joined = (module: string, rest: string): string => (module === "" ? rest : `${module}.${rest}`);

/** What was replaced and could not be deleted exists on under the address of what took its place, and is told from it by its key. */
export const deposedAddress = (address: string, key: string | undefined): string =>
  key === undefined ? address : `${address} (deposed object ${key})`;

/** A key of an instance ends in `"]`, so that no address of another thing looks like this. */
export const isDeposed = (address: string): boolean => / \(deposed object [^()]*\)$/.test(address);
