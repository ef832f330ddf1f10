import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSchema } from "../../../clouds/schema/index.ts";
import { packageOf } from "../../../engines/pulumi/synthesized/packages.ts";
import { ROOT } from "../../architecture/house.ts";

const PACKAGE = join(ROOT, "node_modules/@ovhcloud/pulumi-ovh");

/** Token → the properties that the package's own class has, those among them that only a provider sets. */
function classes(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = readdirSync(PACKAGE, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".js") && !file.includes("node_modules"),
  );
  return new Map(
    files.flatMap((file) => {
      const code = readFileSync(join(PACKAGE, file), "utf8");
      const token = /\.__pulumiType = '([^']+)'/.exec(code)?.[1];
      return token === undefined
        ? []
        : [[token, new Set([...code.matchAll(/resourceInputs\["(\w+)"\]/g)].map(([, name = ""]) => name))] as const];
    }),
  );
}

/** Tokens of the package's functions. */
const functions = (): ReadonlySet<string> =>
  new Set(
    readdirSync(PACKAGE, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js") && !file.includes("node_modules"))
      .flatMap((file) => /\.invoke\("([^"]+)"/.exec(readFileSync(join(PACKAGE, file), "utf8"))?.[1] ?? []),
  );

describe("OVHcloud's types, as a stack registers them", () => {
  const schema = loadSchema("ovh");
  const ovh = packageOf("ovh/ovh") ?? expect.fail("no package");

  it("every resource type has the token of a class, and every attribute the name of one of its properties", () => {
    const known = classes();
    const wrong = schema.resourceTypes.flatMap((type) => {
      const kind = ovh.kind(type, "resource");
      const properties = kind === undefined ? undefined : known.get(kind.token);
      if (kind === undefined || properties === undefined) return [`${type}: ${kind?.token ?? "no token"}`];
      return Object.keys(kind.schema.block.attributes ?? {}).flatMap((attribute) => {
        const name = kind.properties.nameOf(attribute);
        return attribute === "id" || (name !== undefined && properties.has(name)) ? [] : [`${type}.${attribute}: ${name ?? "no name"}`];
      });
    });
    // Pulumi's SDKs keep this name for themselves: what the attribute says is for no program to read.
    expect(wrong).toEqual(["ovh_iam_resource_tags.urn: no name"]);
  });

  it("every data source is one of the package's functions", () => {
    const known = functions();
    const wrong = schema.dataSourceTypes.filter((type) => !known.has(ovh.kind(type, "data")?.token ?? ""));
    expect(wrong).toEqual([]);
  });
});
