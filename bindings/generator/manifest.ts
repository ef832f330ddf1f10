import type { Part } from "./parts.ts";

/** The committed `package.json` of a package of bindings: what can be imported, and with what it works. */
export function manifest(name: string, version: string, address: string, parts: readonly Part[], hasFunctions: boolean): string {
  const paths = parts.flatMap((part) =>
    part.bindings.flatMap((one) => [
      [one.path, part.name] as const,
      ...(one.kind === "provider" && hasFunctions ? [["provider-functions", part.name] as const] : []),
    ]),
  );
  const content = {
    name: `@cdktf/provider-${name}`,
    version,
    description: `Typed resources of the Terraform provider ${address} ${version} for cdktf and cdktn.`,
    keywords: ["cdktf", "cdktn", "terraform", "opentofu", name],
    license: "Apache-2.0",
    type: "commonjs",
    main: "./index.js",
    types: "./index.d.ts",
    // Node's oldest way of resolving types knows no exports: it gets all types for any path.
    typesVersions: { "*": { "*": ["./index.d.ts"] } },
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      ...Object.fromEntries(paths.map(([path, part]) => [`./${path}`, `./${part}.js`])),
      // Only types: what the generated classes extend. Unlisted, the compiler would search for it all the way up.
      "./bindings": { types: "./bindings.d.ts" },
      "./package.json": "./package.json",
    },
    files: ["*.js", "*.d.ts"],
    engines: { node: ">=20.19.0" },
    sideEffects: false,
    peerDependencies: { cdktf: "^0.21.0 || ^0.24.0", constructs: "^10.6.0" },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The committed README of a package of bindings. */
export function readme(
  name: string,
  version: string,
  address: string,
  example: { readonly path: string; readonly className: string; readonly namespace: string },
): string {
  const provider = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Provider`;
  return `# @cdktf/provider-${name}

Typed resources, data sources and the provider of [\`${address}\`](https://registry.terraform.io/providers/${address}/${version}) ${version}, for
cdktf 0.21 and its maintained fork cdktn 0.24, which is installed under the old name: \`"cdktf": "npm:cdktn@^0.24.0"\`.

\`\`\`ts
import { ${example.className} } from "@cdktf/provider-${name}/${example.path}";
import { provider, ${example.namespace} } from "@cdktf/provider-${name}";

new provider.${provider}(stack, "${name}", {});
new ${example.className}(stack, "example", { /* … */ });
\`\`\`

Classes, properties and paths have the names that cdktf's own generator gives. What differs: a property that does not exist is refused when the
resource is made, instead of vanishing from the plan; and the package is an eighth of the size, because classes are made when they are first used.

Generated from the provider's schema; part of [terroir](../../../README.md). Apache-2.0.
`;
}
