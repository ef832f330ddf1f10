/** A reference to a container image, taken apart as Docker does (github.com/distribution/reference). */
export interface ImageReference {
  /** `docker.io` where none is written. */
  readonly registry: string;
  readonly digest?: string;
}

export function imageReference(text: string): ImageReference {
  const [name = "", digest] = text.split("@");
  const [first = ""] = name.split("/");
  // Without a dot, a port or "localhost" the first part is a name at Docker's own registry.
  const registry = name.includes("/") && (/[.:]/.test(first) || first === "localhost") ? first.toLowerCase() : "docker.io";
  return { registry, ...(digest !== undefined && { digest }) };
}

/** Whether an image is kept at one of these hosts; one that begins with a dot means every name under it. */
export function isKeptAt(image: string, registries: readonly string[]): boolean {
  const { registry } = imageReference(image);
  return registries.some((known) => (known.startsWith(".") ? registry.endsWith(known) : registry === known));
}

/** Whether a reference names its image by the digest of what it holds. */
export const isPinned = (image: string): boolean => /^sha256:[0-9a-f]{64}$/.test(imageReference(image).digest ?? "");
