import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSchema } from "../../../clouds/schema/index.ts";
import { packageOf } from "../../../engines/pulumi/synthesized/packages.ts";
import { ROOT } from "../../architecture/house.ts";

/** What a package's own code says: its classes with their properties, and its functions. */
interface Declared {
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly functions: ReadonlySet<string>;
}

function declaredIn(npm: string): Declared {
  const folder = join(ROOT, "node_modules", npm);
  const codes = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && !file.includes("node_modules"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  const classes = codes.flatMap((code) => {
    const token = /__pulumiType = '([^']+)'/.exec(code)?.[1];
    return token === undefined
      ? []
      : [[token, new Set([...code.matchAll(/resourceInputs\["(\w+)"\]/g)].map(([, name = ""]) => name))] as const];
  });
  const functions = codes.flatMap((code) => [...code.matchAll(/\.invoke\("([^"]+)"/g)].map(([, token = ""]) => token));
  return { classes: new Map(classes), functions: new Set(functions) };
}

/** Each package, and what in it stays without a name: with a reason. */
const PACKAGES: readonly {
  readonly cloud: string;
  readonly source: string;
  readonly npm: string;
  readonly unnamed: readonly string[];
  /** The package is made of an older release of the provider than the schema: what it lacks is refused, and what it has must be right. */
  readonly older?: true;
}[] = [
  // Pulumi's SDKs keep this name for themselves: what the attribute says is for no program to read.
  { cloud: "ovh", source: "ovh/ovh", npm: "@ovhcloud/pulumi-ovh", unnamed: ["ovh_iam_resource_tags.urn: no name"] },
  { cloud: "scaleway", source: "scaleway/scaleway", npm: "@pulumiverse/scaleway", unnamed: [] },
  { cloud: "hcloud", source: "hetznercloud/hcloud", npm: "@pulumi/hcloud", unnamed: [] },
  { cloud: "openstack", source: "terraform-provider-openstack/openstack", npm: "@pulumi/openstack", unnamed: [], older: true },
];

describe.each(PACKAGES)("the types of $npm, as a stack registers them", ({ cloud, source, npm, unnamed, older = false }) => {
  const schema = loadSchema(cloud);
  const { classes, functions } = declaredIn(npm);
  const pack = packageOf(source) ?? expect.fail("no package");

  it("every resource type has the token of a class, and every attribute the name of one of its properties", () => {
    const wrong = schema.resourceTypes.flatMap((type) => {
      const kind = pack.kind(type, "resource");
      if (kind === undefined) return older ? [] : [`${type}: no token`];
      const properties = classes.get(kind.token);
      if (properties === undefined) return [`${type}: ${kind.token}`];
      const { attributes = {}, block_types = {} } = kind.schema.block;
      return [...Object.keys(attributes), ...Object.keys(block_types)].flatMap((attribute) => {
        const name = kind.properties.nameOf(attribute);
        if (attribute === "id" || attribute === "timeouts" || (older && name === undefined)) return [];
        return name !== undefined && properties.has(name) ? [] : [`${type}.${attribute}: ${name ?? "no name"}`];
      });
    });
    expect(wrong).toEqual(unnamed);
  });

  it("every data source is one of the package's functions", () => {
    const tokens = schema.dataSourceTypes.map((type) => [type, pack.kind(type, "data")?.token] as const);
    expect(tokens.filter(([, token]) => (token === undefined ? !older : !functions.has(token)))).toEqual([]);
  });

  it("leaves out no class that means a type of the schema", () => {
    const named = new Set(schema.resourceTypes.flatMap((type) => pack.kind(type, "resource")?.token ?? []));
    expect(named.size).toBeGreaterThanOrEqual(older ? 88 : schema.resourceTypes.length);
  });
});
