/** Engines that a graph can be rendered for. */
export const PIPELINES = ["gitlab", "github", "forgejo", "woodpecker", "make", "atlantis", "flux", "burrito", "argo"] as const;

export type PipelineEngine = (typeof PIPELINES)[number];

/** The file by which it is seen that an engine is used; for some it is one of several. */
export const MAIN_FILES: Readonly<Record<PipelineEngine, string>> = {
  gitlab: ".gitlab-ci.yml",
  github: ".github/workflows/terroir.yml",
  forgejo: ".forgejo/workflows/terroir.yml",
  woodpecker: ".woodpecker/terroir-check.yaml",
  make: "terroir.mk",
  atlantis: "atlantis.yaml",
  flux: "terroir.flux.yaml",
  burrito: "terroir.burrito.yaml",
  argo: "terroir.argo.yaml",
};

/** Engines whose jobs are this command's own runs: they deploy what a review signed. Others plan and apply by themselves. */
export const REVIEWED: ReadonlySet<PipelineEngine> = new Set(["gitlab", "github", "forgejo", "woodpecker", "argo"]);
