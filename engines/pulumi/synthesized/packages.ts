import * as pulumi from "@pulumi/pulumi";
import { cloudFactsBySource } from "../../../clouds/facts.ts";
import { pulumiPackageOf } from "../../../clouds/pulumi.ts";
import { pulumiToken, type TokenKind } from "../../../clouds/pulumi-tokens.ts";
import { bridgedSpelling, type LoadedSchema, loadSchema, PulumiProperties, type Schema } from "../../../clouds/schema/index.ts";

/** A type of a provider, as Pulumi registers it. */
export interface Kind {
  readonly token: string;
  readonly schema: Schema;
  readonly properties: PulumiProperties;
}

/** A Terraform provider as a package of Pulumi. */
export interface Package {
  /** First part of its tokens. */
  readonly name: string;
  /** How the engine finds its program. */
  readonly options: { readonly version?: string; readonly pluginDownloadURL?: string };
  /** For a package that Pulumi's bridge makes of the Terraform provider when the program runs: asks the engine to make it. */
  readonly reference?: () => Promise<string>;
  readonly provider: PulumiProperties;
  /** Undefined: it has no such type. */
  kind(type: string, kind: TokenKind): Kind | undefined;
}

/** Pulumi's bridge to any Terraform provider, https://www.pulumi.com/registry/packages/terraform-provider/, seen 2026-11-28. */
export const BRIDGE = { name: "terraform-provider", version: "1.1.0" } as const;
const REGISTRY = "registry.opentofu.org";

const packages = new Map<string, Package | undefined>();

/** The package of a provider, `ovh/ovh`. Undefined: nobody knows its schema, so its names cannot be derived. */
export function packageOf(source: string): Package | undefined {
  if (!packages.has(source)) packages.set(source, opened(source));
  return packages.get(source);
}

function opened(source: string): Package | undefined {
  const facts = cloudFactsBySource(source);
  if (facts === undefined) return undefined;
  const schema = loadSchema(facts.cloud);
  const names = pulumiPackageOf(schema.address);
  const kinds = new Map<string, Kind | undefined>();
  return {
    name: names?.package ?? schema.address.slice(schema.address.lastIndexOf("/") + 1),
    options: {
      ...(names !== undefined && { version: names.version }),
      ...(names?.server !== undefined && { pluginDownloadURL: names.server }),
    },
    ...(names === undefined && { reference: () => bridged(schema) }),
    provider: new PulumiProperties(schema.provider.block, names?.provider ?? bridgedSpelling(schema.provider.block)),
    kind(type, kind) {
      const key = `${kind} ${type}`;
      if (!kinds.has(key)) kinds.set(key, kindOf(schema, type, kind));
      return kinds.get(key);
    },
  };
}

function kindOf(schema: LoadedSchema, type: string, kind: TokenKind): Kind | undefined {
  const found = kind === "data" ? schema.dataSource(type) : schema.resource(type);
  const token = pulumiToken(schema.address, type, kind);
  if (found === undefined || token === undefined) return undefined;
  const properties = new PulumiProperties(found.block, token.spelling ?? bridgedSpelling(found.block));
  return { token: token.token, schema: found, properties };
}

/** Asks the engine to make a package of the provider's release that the schema is of. */
function bridged({ address, version }: LoadedSchema): Promise<string> {
  const name = address.slice(address.lastIndexOf("/") + 1);
  const parameter = { remote: { url: `${REGISTRY}/${address}`, ...(version !== null && { version }) } };
  return pulumi.runtime.registerPackage({
    baseProviderName: BRIDGE.name,
    baseProviderVersion: BRIDGE.version,
    baseProviderDownloadUrl: "",
    packageName: name,
    packageVersion: version ?? "0.0.0",
    base64Parameter: Buffer.from(JSON.stringify(parameter)).toString("base64"),
  });
}
