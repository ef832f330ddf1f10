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
