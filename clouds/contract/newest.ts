/** The expression behind `LowerContext.newest`: what is in both is in one text, so that sorting by the one finds the other. */
export function newestOf(
  list: string,
  { name, begins, by, take }: { readonly name: string; readonly begins: string; readonly by: string; readonly take: string },
): string {
  const found = `[for x in ${list} : "\${x.${by}} \${x.${take}}" if startswith(x.${name}, ${JSON.stringify(begins)})]`;
  return `element(split(" ", reverse(sort(${found}))[0]), 1)`;
}
