import * as pulumi from "@pulumi/pulumi";
import type { Module } from "../../../guard/views/synthesized/module.ts";
import { noCounterparts } from "./no-counterpart.ts";
import { Registration } from "./registration.ts";
import { Unregistrable } from "./unregistrable.ts";
import { Variables } from "./variables.ts";

/** What a stack is told beside its document. */
export interface StackArgs {
  /** Values of its variables, outputs among them. @default the Pulumi stack's configuration under the project's own name, then the variables' defaults */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Outputs of stacks that are none of this program, by the name of the data source that reads their state. */
  readonly states?: Readonly<Record<string, pulumi.Input<Readonly<Record<string, unknown>>>>>;
  /** Ids of what exists, by its address (`ovh_cloud_project_kube.shop`): taken over instead of made, like what the stack's own import blocks name. */
  readonly imports?: Readonly<Record<string, string>>;
  /** What must be there before anything of it is made. */
  readonly after?: readonly pulumi.Resource[];
}

/**
 * One stack of ours as a component of Pulumi: everything in it is a child, a resource like any other, with its own provider resource, dependencies,
 * protection and aliases. Its state is where the Pulumi stack's state is.
 */
export class SynthesizedStack extends pulumi.ComponentResource {
  /** What the stack hands out; what it calls sensitive is a secret. */
  readonly outputs: Readonly<Record<string, pulumi.Output<unknown>>>;

  /**
   * @param module the stack's folder, read
   * @throws Unregistrable that names everything in it that has no counterpart in Pulumi
   */
  constructor(
    name: string,
    module: Module,
    { variables = {}, states = {}, imports = {}, after = [] }: StackArgs = {},
    options: pulumi.ComponentResourceOptions = {},
  ) {
    super("terroir:index:Stack", name, {}, options);
    try {
      const problems = noCounterparts(module);
      if (problems.length > 0) throw new Unregistrable(problems);
      this.outputs = new Registration(module, name, this, { variables: new Variables(module, variables), states, imports, after }).run();
    } catch (error) {
      throw error instanceof Unregistrable ? new Unregistrable(error.problems, name) : error;
    }
    this.registerOutputs(this.outputs);
  }
}
