/**
 * Writes packages of typed resources from the clouds' provider schemas: `@cdktf/provider-ovh` as it would be, had it existed. Names are those of cdktf's own
 * generator; what it writes as code is data here, read by `bindings/runtime`.
 */
import type { LoadedSchema } from "../../clouds/schema/load.ts";
import { baseDeclarations } from "./base-declarations.ts";
import { bindingsOf } from "./bindings.ts";
import { declarationsOf } from "./declarations.ts";
import { functionsOf } from "./functions.ts";
import { manifest, readme } from "./manifest.ts";
import type { Binding } from "./model.ts";
import { partProgram, partsOf } from "./parts.ts";

export { bindingsOf } from "./bindings.ts";
export type { Attribute, Binding, Struct } from "./model.ts";
export { exportsOf } from "./records.ts";

/** File name → content. */
export type Files = Readonly<Record<string, string>>;

/** A part as a variable of the index. */
const local = (part: string) => part.replace("part-", "p");

function docs(schema: LoadedSchema, version: string, { kind, tf }: Binding): string {
  const [host = "registry.terraform.io"] = schema.source.split("/");
  const base = `https://${host}/providers/${schema.address}/${version}/docs`;
  const folder = { resource: "resources", data: "data-sources", ephemeral: "ephemeral-resources", provider: "" }[kind];
  const provider = schema.address.split("/")[1] ?? "";
  return folder === "" ? base : `${base}/${folder}/${tf.startsWith(`${provider}_`) ? tf.slice(provider.length + 1) : tf}`;
}

/**
 * A package of bindings. `version` stands in for a schema that does not say its provider's; `runtime`: the bundled `bindings/runtime`.
 * `committed` are `package.json` and README, `generated` all else.
 */
export function packageOf(
  name: string,
  schema: LoadedSchema,
  runtime: string,
  version = schema.version ?? "0.0.0",
): { readonly committed: Files; readonly generated: Files } {
  const provider = schema.address.split("/")[1] ?? name;
  const bindings = bindingsOf(schema);
  const functions = functionsOf(provider, schema.functions);
  const parts = partsOf(bindings, provider);
  const scope = `@cdktf/provider-${name}`;
  const module = (path: string, body: string) => `declare module "${scope}/${path}"{\n${body}\n}\n`;
  const head = `import * as b from "${scope}/bindings";\n`;
  const generated: Record<string, string> = {};
  for (const part of parts) {
    const types = part.bindings.map((one) =>
      module(one.path, head + declarationsOf(one, docs(schema, version, one), functions?.className)),
    );
    const own = part.bindings.some((one) => one.kind === "provider") && functions !== undefined;
    if (own) types.push(module("provider-functions", `export { ${functions.className} } from "${scope}/bindings";`));
    generated[`${part.name}.d.ts`] = `/// <reference path="./bindings.d.ts" />\n${types.join("")}`;
    generated[`${part.name}.js`] = partProgram(part, provider, functions?.className);
  }
  const base = baseDeclarations(functions === undefined ? "" : `export declare ${functions.declaration}\n`).replace(
    /export declare /g,
    "export ",
  );
  generated["bindings.d.ts"] = module("bindings", base);
  const namespaces = [
    ...parts.flatMap((part) =>
      part.bindings.map((one) => ({ name: one.namespace, path: one.path, part: part.name, provider: one.kind === "provider" })),
    ),
  ];
  const home = namespaces.find((one) => one.provider);
  if (functions !== undefined && home !== undefined)
    namespaces.push({ ...home, name: "providerFunctions", path: "provider-functions", provider: false });
  generated["index.d.ts"] = [
    ...parts.map((part) => `/// <reference path="./${part.name}.d.ts" />`),
    ...namespaces.map((one) => `export * as ${one.name} from "${scope}/${one.path}";`),
    "",
  ].join("\n");
  generated["index.js"] = [
    '"use strict";',
    'Object.defineProperty(exports,"__esModule",{value:true});',
    'const n=require("./runtime.js").namespace;',
    ...parts.map((part) => `const ${local(part.name)}=()=>require("./${part.name}.js");`),
    ...namespaces.map((one) => `exports.${one.name}=n(${local(one.part)},"${one.path}");`),
    "",
  ].join("\n");
  const info = { name: provider, source: schema.address, version, ...(functions && { functions: functions.record }) };
  generated["runtime.js"] =
    `${runtime}\nconst info=${JSON.stringify(info)};\nconst {define:make,namespace}=module.exports;\nmodule.exports={define:(target,records)=>make(target,info,JSON.parse(records)),namespace};\n`;
  const example = bindings.find((one) => one.kind === "resource") ?? bindings[0];
  if (example === undefined) throw new Error(`${schema.address} declares nothing.`);
  return {
    committed: {
      "package.json": manifest(name, version, schema.address, parts, functions !== undefined),
      "README.md": readme(name, version, schema.address, example),
    },
    generated,
  };
}
