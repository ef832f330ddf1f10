import { TerraformProviderFunction, Token } from "cdktf";

type Reader = "asString" | "asNumber" | "asList" | "asNumberList" | "asStringMap" | "asNumberMap" | "asBooleanMap" | "asAnyMap";

/** `[class, [method, name in Terraform, how the result is read][]]`; results without a reader stay tokens. */
export type FunctionsRecord = readonly [string, readonly (readonly [string, string, Reader | ""])[]];

type FunctionsClass = new (localName: string) => object;

const made = new WeakMap<FunctionsRecord, FunctionsClass>();

function call(localName: string, name: string, reader: Reader | "", args: readonly unknown[]): unknown {
  if (TerraformProviderFunction === undefined) {
    throw new Error(`cdktf 0.21 cannot call provider::${localName}::${name}. Use "cdktf": "npm:cdktn@^0.24.0".`);
  }
  const result = TerraformProviderFunction.invoke(localName, name, [...args]);
  return reader === "" ? result : Token[reader](result);
}

/** A class with a method for each function that the provider defines. */
export function functionsClass(record: FunctionsRecord): FunctionsClass {
  const known = made.get(record);
  if (known !== undefined) return known;
  const [className, functions] = record;
  const Functions = class {
    readonly providerLocalName: string;
    constructor(providerLocalName: string) {
      this.providerLocalName = providerLocalName;
    }
  };
  Object.defineProperty(Functions, "name", { value: className });
  for (const [method, name, reader] of functions) {
    const value = function (this: { readonly providerLocalName: string }, ...args: unknown[]) {
      return call(this.providerLocalName, name, reader, args);
    };
    Object.defineProperty(Functions.prototype, method, { configurable: true, writable: true, value });
  }
  made.set(record, Functions);
  return Functions;
}
