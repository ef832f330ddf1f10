import { yamlTexts } from "./document.ts";
import { headerOf, type Renderer } from "./file.ts";
import { cloudSecrets, objectNames, resource } from "./kubernetes.ts";
import { needed } from "./settings.ts";

const API = "config.terraform.padok.cloud/v1alpha1";

const ABOUT = `Burrito plans each layer on every pull request and when its state drifts; a person applies (autoApply is off). It reads the synthesized
stacks from the branch, so commit them: take their folder out of .gitignore. It knows no order: a layer that reads what another has not given yet fails, and is tried again.
The guard judges in the pipeline that lets a pull request in: terroir synth && terroir check OUTPUT.
Secrets, in this namespace: for each cloud terroir-CLOUD with its credentials as variables, and TF_VAR_… for what stacks ask for.`;

/** Burrito: a layer a stack. */
export const burrito: Renderer = ({ graph, settings, output }) => {
  const url = needed(settings, "repository", "Burrito", "https://git.example.eu/platform/stacks");
  const id = objectNames(graph);
  const repository = resource(settings, API, "TerraformRepository", "terroir", { repository: { url }, opentofu: { enabled: true } });
  const layers = graph.stacks.map((stack) =>
    resource(settings, API, "TerraformLayer", id(stack.name), {
      branch: settings.branch,
      path: `${output}/${stack.folder}`,
      repository: { name: "terroir", namespace: settings.namespace },
      remediationStrategy: { autoApply: false, onError: { maxRetries: RETRIES + stack.level } },
      overrideRunnerSpec: { envFrom: cloudSecrets(stack).map((name) => ({ secretRef: { name } })) },
    }),
  );
  return [{ path: "terroir.burrito.yaml", text: yamlTexts(headerOf("burrito", ABOUT), [repository, ...layers]) }];
};

/** Burrito's own number; a stack further down the graph may have to wait for more. */
const RETRIES = 5;
