/** Keys of instances in addresses, `[0]` and `["a"]`: one in quotes may hold anything, brackets and dots too. */

/** `a.b[0]` and `a.b["x"]` are instances of `a.b`; where no key is last, it is the address itself. */
export function withoutLastKey(address: string): string {
  if (!address.endsWith("]")) return address;
  let last = address.length;
  for (let i = 0; i < address.length; i++) {
    if (address[i] !== "[") continue;
    last = i;
    i = endOfKey(address, i);
  }
  return address.slice(0, last);
}

/** Where the key that begins at `open` ends. */
export function endOfKey(address: string, open: number): number {
  if (address[open + 1] !== '"') {
    const close = address.indexOf("]", open);
    return close < 0 ? address.length : close;
  }
  for (let i = open + 2; i < address.length; i++) {
    if (address[i] === "\\") i++;
    else if (address[i] === '"') return address[i + 1] === "]" ? i + 1 : i;
  }
  return address.length;
}
