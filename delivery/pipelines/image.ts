import { InputError } from "../../catalogue/errors.ts";
import { imageReference, isKeptAt } from "../../guard/software/container-image.ts";

/**
 * Node 22.23.2 on Debian 12, as Docker Hub's `node:22-bookworm` was when public repositories pinned it so.
 *
 * Source: Dockerfiles and workflows on github.com, among them headlamp's; seen 2026-11-28.
 */
export const DEFAULT_IMAGE = "node:22.23.2-bookworm@sha256:8a34c4ab3ea2c5cd194f07e317b2a8f09461d3c8b05c4e34c8ccd56d56024c4d";

/** Said wherever an image or an action is named, so that nobody takes one from the US without knowing. */
export const IMAGE_NOTE = `A bare name comes from Docker Hub, in the US. Name one of your own registry, with its digest, in "terroir": { "ci": { "image": … } }.`;

const HOW = `Copy one there (skopeo copy --all docker://${DEFAULT_IMAGE.replace(/:[^@]*/, "")} docker://…), and name it: "terroir": { "ci": { "image": "…@sha256:…" } } in cdktf.json.`;

/**
 * What to say of the image that jobs run in, if it is kept in the US because nobody named another; null when there is nothing to say.
 *
 * @param registries those that the policy names (`supply-chain/image-registry`); undefined when it names none
 * @throws InputError when the policy names registries, and this image is kept elsewhere
 */
export function wordOfImage(image: string, registries: readonly string[] | undefined): string | null {
  if (registries !== undefined && !isKeptAt(image, registries))
    throw new InputError(
      `The jobs would run in an image that is kept at ${imageReference(image).registry}, and the policy names ${registries.join(", ")} for images. ${HOW}`,
    );
  return image === DEFAULT_IMAGE ? `The jobs run in an image of Docker Hub, in the US, because nobody named another. ${HOW}` : null;
}
