import type { FunctionSchema, TypeSchema } from "../../clouds/schema/schema.ts";
import { camelCase, pascalCase } from "../naming/case.ts";

/** The functions that a provider defines: how they are called, and how they are declared. */
export interface Functions {
  readonly className: string;
  readonly record: readonly [string, readonly (readonly [string, string, string])[]];
  readonly declaration: string;
}

// Reading a result: the tokens that the library has, all else stays a value that the engine will know.
const READERS: Readonly<Record<string, readonly [string, string]>> = {
  '"string"': ["asString", "string"],
  '"number"': ["asNumber", "number"],
  '["list","string"]': ["asList", "string[]"],
  '["set","string"]': ["asList", "string[]"],
  '["list","number"]': ["asNumberList", "number[]"],
  '["map","string"]': ["asStringMap", "{ [key: string]: string }"],
  '["map","number"]': ["asNumberMap", "{ [key: string]: number }"],
  '["map","bool"]': ["asBooleanMap", "{ [key: string]: boolean }"],
};

function argument(type: TypeSchema): string {
  if (type === "string" || type === "number") return type;
  if (type === "bool") return "boolean | R";
  if (typeof type !== "string" && (type[0] === "list" || type[0] === "set") && (type[1] === "string" || type[1] === "number"))
    return `${type[1]}[]`;
  return "any";
}

const parameterName = (name: string) => ({ default: "defaultValue", string: "str" })[camelCase(name)] ?? camelCase(name);

export function functionsOf(provider: string, functions: Readonly<Record<string, FunctionSchema>>): Functions | undefined {
  const entries = Object.entries(functions).sort(([a], [b]) => a.localeCompare(b));
  if (entries.length === 0) return undefined;
  const className = `${pascalCase(provider)}ProviderFunctions`;
  const methods = entries.map(([name, signature]) => {
    const [reader, result] = READERS[JSON.stringify(signature.return_type)] ?? ["", "R"];
    const given = signature.parameters ?? [];
    const lastRequired = given.findLastIndex((one) => one.is_nullable !== true);
    const fixed = given.map((one, i) => `${parameterName(one.name)}${i > lastRequired ? "?" : ""}: ${argument(one.type)}`);
    const rest = signature.variadic_parameter;
    const all = rest === undefined ? fixed : [...fixed, `${parameterName(rest.name)}: Array<${argument(rest.type)}>`];
    const method = name === "length" ? "lengthOf" : camelCase(name);
    return { record: [method, name, reader] as const, text: `${method}(${all.join(", ")}): ${result};` };
  });
  const declaration = [`class ${className} {`, "constructor(providerLocalName: string);", ...methods.map((one) => one.text), "}"].join(
    "\n",
  );
  return { className, record: [className, methods.map((one) => one.record)], declaration };
}
