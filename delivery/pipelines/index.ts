/**
 * Pipelines: the graph file, rendered for the engines that run jobs. One file an engine; what all of them say is in `commands.ts`, and what a project
 * decides in `settings.ts`. A renderer is a pure function: equal graphs and settings give equal files, byte for byte.
 */

export { MAIN_FILES, PIPELINES, type PipelineEngine, REVIEWED } from "./engines.ts";
export { MARK, type PipelineFile } from "./file.ts";
export { wordOfImage } from "./image.ts";
export { pipelineFiles } from "./render.ts";
export { type PipelineSettings, settingsFrom } from "./settings.ts";
