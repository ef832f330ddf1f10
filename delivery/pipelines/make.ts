import { headerOf, type Renderer } from "./file.ts";
import { namesFor } from "./names.ts";

const ABOUT = `make -f terroir.mk deploy          every stack, in the order of the graph
make -f terroir.mk plan            plans and judges all of them, into plans/
make -f terroir.mk deploy-NAME     one stack, and what it depends on
make -f terroir.mk drift           what was changed by hand
FLAGS="--rehearse" tries it with simulated clouds. In one checkout runs take turns: -j orders jobs, and \`terroir deploy\` itself is parallel.`;

/** For whoever has no engine for pipelines, or calls Terroir from a build of their own. */
export const make: Renderer = ({ graph, settings, output }) => {
  const id = namesFor(graph);
  const wait = "--lock-timeout 1h $(FLAGS)";
  // Each line of a recipe has a shell of its own: what one exports, the next would not have.
  const before = `\t${settings.before.map((command) => `${command.replaceAll("$", "$$$$")} && `).join("")}`;
  const targets = graph.stacks.map(({ name }) => `deploy-${id(name)}`);
  const text = `${headerOf("make", ABOUT)}

TERROIR ?= ${settings.command.replaceAll("$", "$$$$")}
FLAGS ?=${settings.rehearse ? " --rehearse" : ""}

.PHONY: synth check plan deploy drift ${targets.join(" ")}

synth:
\t$(TERROIR) synth

check: synth
\t$(TERROIR) check ${output}

plan:
${before}$(TERROIR) plan ${output} --continue --out plans ${wait}

drift:
${before}$(TERROIR) drift ${output} ${wait}

deploy: ${targets.join(" ")}

${graph.stacks
  .map(
    ({ name, dependsOn }) =>
      `deploy-${id(name)}:${dependsOn.map((one) => ` deploy-${id(one)}`).join("")}\n${before}$(TERROIR) deploy ${output} --only ${name} --yes ${wait}\n`,
  )
  .join("\n")}`;
  return [{ path: "terroir.mk", text }];
};
