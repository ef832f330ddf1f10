/** Engines that a graph can be rendered for. */
export const PIPELINES = ["gitlab", "github", "forgejo", "woodpecker", "make", "atlantis"] as const;

export type PipelineEngine = (typeof PIPELINES)[number];
