import { DefaultTokenResolver, StringConcat, type TerraformVariable, Tokenization } from "cdktf";
import type { Construct } from "constructs";
import { refuse } from "./refuse.ts";

/** A reference to a sensitive value. Whatever would stand in the written document as itself, a literal or a variable's default, is refused. */
export function secretReference(self: Construct, name: string, source: TerraformVariable | string): string {
  if (isVariable(source)) {
    if (source.sensitive !== true || source.default !== undefined)
      refuse(
        self,
        `secret "${name}" comes from the variable ${source.node.id}, which ${source.default === undefined ? "is not sensitive" : "has a default, and so a value that anybody can read"}. Make it { sensitive: true } without a default, or write "variable" for one made here.`,
      );
    return source.stringValue;
  }
  const written: unknown = Tokenization.resolve(source, {
    scope: self,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
  // A reference and nothing around it: `${var.x}`, `${ovh_….password}`.
  if (typeof written === "string" && /^\$\{[A-Za-z_][^"]*\}$/.test(written)) return source;
  return refuse(
    self,
    `secret "${name}" is given as a literal, which would stand in the written document for everybody to read. Write "outside" and put it into the store yourself, or "variable" and give it when the engine runs.`,
  );
}

function isVariable(x: TerraformVariable | string): x is TerraformVariable {
  return typeof x === "object";
}
