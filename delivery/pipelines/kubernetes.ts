import type { Graph, GraphStack } from "../graph/index.ts";
import { dnsLabel, namesFor } from "./names.ts";
import type { PipelineSettings } from "./settings.ts";

/** For each stack a name that Kubernetes admits, different for each. */
export const objectNames = (graph: Graph): ((stack: string) => string) => namesFor(graph, dnsLabel);

/** A resource in the project's namespace, marked as ours. */
export const resource = ({ namespace }: PipelineSettings, apiVersion: string, kind: string, name: string, spec: object): object => ({
  apiVersion,
  kind,
  metadata: { name, namespace, labels: { "app.kubernetes.io/managed-by": "terroir" } },
  spec,
});

/** Secrets with the credentials of the stack's clouds, one a cloud, as variables of the environment: `terroir-ovh`. */
export const cloudSecrets = ({ providers }: GraphStack): readonly string[] =>
  [...new Set(providers.map((source) => `terroir-${dnsLabel(source.slice(source.lastIndexOf("/") + 1))}`))].sort();
