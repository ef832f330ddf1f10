/** Outscale's resources have no name: what its console shows as one is a tag. */
export function named(name: string): { readonly tags: readonly { readonly key: string; readonly value: string }[] } {
  return { tags: [{ key: "Name", value: name }] };
}
