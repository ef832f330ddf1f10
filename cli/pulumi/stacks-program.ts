import { basename, join, resolve } from "node:path";
import { type Graph, readGraph } from "../../delivery/graph/index.ts";
import { missingSdk, type PulumiProgram } from "../../engines/pulumi/run.ts";
import type { Policy } from "../../guard/index.ts";
import { readConfiguration } from "../../rehearsal/staging/configuration.ts";
import { valueOfType } from "../../rehearsal/staging/type-values.ts";

/** Synthesized stacks as a program of Pulumi, and what was made up for it. */
export interface StacksProgram {
  readonly program: PulumiProgram;
  readonly name: string;
  readonly assumed: readonly string[];
}

export interface StacksProgramOptions {
  readonly policy: Policy;
  /** Values of variables, for every stack that declares them. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Makes up what nobody gave: for a rehearsal. */
  readonly madeUp?: boolean;
  /** One resource that exists, and is taken over. */
  readonly taking?: { readonly stack: string; readonly address: string; readonly id: string };
}

/** @param folder a synthesized folder */
export async function stacksProgram(
  folder: string,
  { policy, variables = {}, madeUp = false, taking }: StacksProgramOptions,
): Promise<StacksProgram> {
  // The SDK takes half a second to load, and is the user's to install.
  const { register } = await import("../../engines/pulumi/synthesized/app.ts").catch((error: unknown) => {
    const { code, message = "" } = error as { readonly code?: string; readonly message?: string };
    throw code === "ERR_MODULE_NOT_FOUND" && message.includes("@pulumi/pulumi") ? missingSdk(error) : error;
  });
  const graph = readGraph(folder);
  const assumed: string[] = [];
  const stacks = Object.fromEntries(
    graph.stacks.map((stack) => [
      stack.name,
      {
        ...(madeUp ? invented(folder, stack, variables, assumed) : { variables: declared(stack, variables) }),
        ...(taking?.stack === stack.name && { imports: { [taking.address]: taking.id } }),
      },
    ]),
  );
  return { program: () => register(resolve(folder), { stacks, policy }), name: basename(resolve(folder, "..")) || "project", assumed };
}

type Stack = Graph["stacks"][number];

const declared = ({ variables }: Stack, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => variables.some((one) => one.name === name)));

function invented(folder: string, stack: Stack, given: Readonly<Record<string, string>>, assumed: string[]) {
  const { variables } = readConfiguration(join(folder, stack.folder));
  const values = { ...declared(stack, given) } as Record<string, unknown>;
  for (const { name, type, required } of variables) {
    if (!required || Object.hasOwn(values, name)) continue;
    values[name] = valueOfType(type, name);
    assumed.push(`${stack.name}: var.${name} = ${JSON.stringify(values[name])}`);
  }
  const elsewhere = stack.inputs.filter((input) => input.stack === null);
  const states = Object.fromEntries(
    elsewhere.map(({ data, outputs }) => {
      assumed.push(`${stack.name}: the outputs ${outputs.join(", ")} of another program's state`);
      return [data, Object.fromEntries(outputs.map((name) => [name, valueOfType("string", name)]))];
    }),
  );
  return { variables: values, states };
}
