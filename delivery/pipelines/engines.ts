/** Engines that a graph can be rendered for. */
export const PIPELINES = ["gitlab", "github", "forgejo", "make"] as const;

export type PipelineEngine = (typeof PIPELINES)[number];
