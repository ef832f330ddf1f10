import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import type { AnyCloud } from "../clouds/contract/index.ts";

/** What a cloud needs to know about the customer's account: from the nearest scope that says it, else what most customers have, else a variable of the stack, asked for when the engine runs. */
export function accountOf(scope: Construct, cloud: AnyCloud): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(cloud.account).map((name) => [name, given(scope, name) ?? cloud.account[name]?.default ?? asked(scope, cloud, name)]),
  );
}

function given(scope: Construct, name: string): string | undefined {
  for (const s of [...scope.node.scopes].reverse()) {
    const value = (s as { account?: Readonly<Record<string, string>> }).account?.[name];
    if (value !== undefined) return value;
  }
  return undefined;
}

function asked(scope: Construct, cloud: AnyCloud, name: string): string {
  const stack = TerraformStack.of(scope);
  const id = `${cloud.name}_${name}`;
  const known = stack.node.tryFindChild(id) as TerraformVariable | undefined;
  const what = cloud.account[name];
  const variable =
    known ??
    new TerraformVariable(stack, id, {
      type: "string",
      description: what?.description ?? name,
      ...(what?.sensitive ? { sensitive: true } : {}),
    });
  return variable.stringValue;
}
