import { yamlTexts } from "./document.ts";
import { headerOf, type Renderer } from "./file.ts";
import { cloudSecrets, objectNames, resource } from "./kubernetes.ts";
import { needed } from "./settings.ts";

const ABOUT = `Flux fetches the synthesized stacks as one OCI artifact; tofu-controller plans each once those that it depends on are applied, and applies a
plan when somebody approves it (approvePlan, with the plan's id). Publish only what the guard let pass; before you approve, let it judge the plan
that is kept as JSON as well (terroir check -):
  terroir synth && terroir check OUTPUT && flux push artifact ARTIFACT:BRANCH --path OUTPUT --source REPOSITORY --revision COMMIT
Secrets, in this namespace: for each cloud terroir-CLOUD with its credentials as variables; for each stack that asks for variables
terroir-vars-STACK. Locks and states are the stacks' own; records of runs are not kept.`;

/** tofu-controller waits so long for a state's lock. */
const PATIENCE = "10m";

/** Flux with tofu-controller: a `Terraform` a stack, in the graph's order by `dependsOn`. */
export const flux: Renderer = ({ graph, settings }) => {
  const artifact = needed(settings, "artifact", "Flux", "oci://registry.example.eu/terroir/stacks");
  const id = objectNames(graph);
  const source = resource(settings, "source.toolkit.fluxcd.io/v1", "OCIRepository", "terroir-stacks", {
    interval: "5m",
    url: artifact,
    ref: { tag: settings.branch.replace(/[^\w.-]/g, "-") },
  });
  const stacks = graph.stacks.map((stack) =>
    resource(settings, "infra.contrib.fluxcd.io/v1alpha2", "Terraform", id(stack.name), {
      interval: "1h",
      retryInterval: "5m",
      approvePlan: "",
      storeReadablePlan: "json",
      path: `./${stack.folder}`,
      sourceRef: { kind: "OCIRepository", name: "terroir-stacks" },
      ...(stack.dependsOn.length === 0 ? {} : { dependsOn: stack.dependsOn.map((name) => ({ name: id(name) })) }),
      // The stack says itself where its state is.
      backendConfig: { disable: true },
      tfstate: { lockTimeout: PATIENCE },
      ...(stack.variables.length === 0
        ? {}
        : { varsFrom: [{ kind: "Secret", name: `terroir-vars-${id(stack.name)}`, varsKeys: stack.variables.map(({ name }) => name) }] }),
      runnerPodTemplate: { spec: { envFrom: cloudSecrets(stack).map((name) => ({ secretRef: { name } })) } },
    }),
  );
  return [{ path: "terroir.flux.yaml", text: yamlTexts(headerOf("flux", ABOUT), [source, ...stacks]) }];
};
