/** Said wherever an image or an action is named, so that nobody takes one from the US without knowing. */
export const IMAGE_NOTE = `A bare name comes from Docker Hub, in the US. Name one of your own registry, with its digest, in "terroir": { "ci": { "image": … } }.`;
