import { program } from "../../rehearsal/programs.ts";

/** What one stack of a written graph says; everything has a default. */
export interface Written {
  readonly dependencies?: readonly string[];
  /** Names of stacks whose outputs it reads. */
  readonly reads?: Readonly<Record<string, readonly string[]>>;
  readonly terraform?: object;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly document?: object;
}

/** A synthesized folder with these stacks, as a plain app would write it: local state, one file each, where `at` says. */
export function synthesized(stacks: Readonly<Record<string, Written>>, folder?: string, at: (name: string) => string = statePath): string {
  const files: Record<string, unknown> = {
    "manifest.json": {
      version: "0.24.0",
      stacks: Object.fromEntries(
        Object.entries(stacks).map(([name, { dependencies = [] }]) => [
          name,
          { name, constructPath: name, workingDirectory: `stacks/${name}`, dependencies },
        ]),
      ),
    },
  };
  for (const [name, stack] of Object.entries(stacks)) {
    files[`stacks/${name}/cdk.tf.json`] = documentOf(name, stack, at);
    for (const [file, content] of Object.entries(stack.files ?? {})) files[`stacks/${name}/${file}`] = content;
  }
  return program(files, folder);
}

const statePath = (name: string): string => `../../../terraform.${name}.tfstate`;

function documentOf(name: string, { reads = {}, terraform = {}, document = {} }: Written, at: (name: string) => string): object {
  const states = Object.keys(reads).map((other) => [other, { backend: "local", config: { path: at(other) } }]);
  const outputs = Object.entries(reads).flatMap(([other, names]) =>
    names.map((output) => [`${other}_${output}`, `\${data.terraform_remote_state.${other}.outputs.${output}}`]),
  );
  return {
    terraform: { backend: { local: { path: at(name) } }, ...terraform },
    ...(states.length > 0 ? { data: { terraform_remote_state: Object.fromEntries(states) } } : {}),
    ...(outputs.length > 0 ? { locals: Object.fromEntries(outputs) } : {}),
    ...document,
  };
}
