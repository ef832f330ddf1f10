import { forgejo, github } from "./actions.ts";
import { argo } from "./argo.ts";
import { atlantis } from "./atlantis.ts";
import { burrito } from "./burrito.ts";
import type { PipelineEngine } from "./engines.ts";
import type { PipelineFile, Renderer, Rendering } from "./file.ts";
import { flux } from "./flux.ts";
import { gitlab } from "./gitlab.ts";
import { make } from "./make.ts";
import { woodpecker } from "./woodpecker.ts";

const RENDERERS: Readonly<Record<PipelineEngine, Renderer>> = { gitlab, github, forgejo, woodpecker, make, atlantis, flux, burrito, argo };

/** The files of an engine's pipeline, by the graph and the project's settings. */
export const pipelineFiles = (engine: PipelineEngine, rendering: Rendering): readonly PipelineFile[] => RENDERERS[engine](rendering);
