/** Pages that somebody opened and read before a fact of this cloud cited them. A fact that cites another fails the test: read it first. */
export const read: readonly string[] = [
  "https://__PREFIX__.example/legal",
  "https://docs.__PREFIX__.example/provider",
  "https://docs.__PREFIX__.example/regions",
  "https://docs.__PREFIX__.example/object-storage",
];
