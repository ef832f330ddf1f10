import type { CloudFacts } from "./contract/index.ts";
import { camelCase } from "./contract/pulumi-spelling.ts";
import { CLOUD_FACTS } from "./facts.ts";
import { type PulumiNames, type PulumiSpelling, pulumiPackage, pulumiPackageOf } from "./pulumi.ts";

export type TokenKind = "resource" | "data";

/** What a token of a cloud's package means. */
export interface CloudToken {
  /** Absent: the package has the token, and nothing says its type; or it does not have it. */
  readonly type?: string;
  /** Source address of the Terraform provider. */
  readonly source: string;
  /** Absent: by the bridge's rule, which makes plurals that only the schema could tell. */
  readonly spelling?: PulumiSpelling;
}

/** `ovh`, `CloudProject/kube:Kube` → `ovh_cloud_project_kube`. Undefined for a package of no cloud. */
export function cloudToken(name: string, rest: string, kind: TokenKind): CloudToken | undefined {
  const names = pulumiPackage(name);
  if (names !== undefined) {
    const { types, spelling, strange } = tokensOf(names, kind);
    const type = Object.hasOwn(types, rest) ? types[rest] : undefined;
    if (type !== undefined) return { type, source: names.source, ...(names.readOnly !== true && { spelling: spelling[type] ?? {} }) };
    if (strange.includes(rest)) return { source: names.source };
  }
  const facts = cloudOfPackage(name);
  if (facts === undefined) return undefined;
  const type = bridged(facts)[kind].get(rest);
  return { ...(type !== undefined && { type }), source: names?.source ?? facts.sources[0] ?? name };
}

/** How a Terraform type is written in Pulumi. */
export interface PulumiToken {
  /** `ovh:CloudProject/kube:Kube`. */
  readonly token: string;
  /** First part of the token, and of the provider's. */
  readonly package: string;
  readonly spelling?: PulumiSpelling;
}

/** The token of a type under a provider, `ovh/ovh`: the package's own, else the bridge's. Undefined: the package does not have it. */
export function pulumiToken(source: string, type: string, kind: TokenKind): PulumiToken | undefined {
  const names = pulumiPackageOf(source);
  if (names === undefined) {
    const name = source.slice(source.lastIndexOf("/") + 1);
    return { token: `${name}:${bridgedToken(type, kind)}`, package: name };
  }
  const { spelling } = tokensOf(names, kind);
  const rest = written(names)[kind].get(type);
  return rest === undefined ? undefined : { token: `${names.package}:${rest}`, package: names.package, spelling: spelling[type] ?? {} };
}

const tokensOf = (names: PulumiNames, kind: TokenKind) => (kind === "data" ? names.functions : names.resources);

type ByKind = Readonly<Record<TokenKind, ReadonlyMap<string, string>>>;
const tokens = new WeakMap<PulumiNames, ByKind>();

/** Type → the first of its tokens. */
function written(names: PulumiNames): ByKind {
  let found = tokens.get(names);
  if (found === undefined) {
    const inverse = (types: Readonly<Record<string, string>>) =>
      new Map(
        Object.entries(types)
          .reverse()
          .map(([token, type]) => [type, token] as const),
      );
    found = { resource: inverse(names.resources.types), data: inverse(names.functions.types) };
    tokens.set(names, found);
  }
  return found;
}

/** A cloud without a package of its own is reached through the bridge, whose package is called as the provider is. */
export function cloudOfPackage(name: string): CloudFacts | undefined {
  return CLOUD_FACTS.find(({ sources }) => sources.some((source) => source.endsWith(`/${name}`)));
}

const made = new WeakMap<CloudFacts, ByKind>();

function bridged(facts: CloudFacts): ByKind {
  let found = made.get(facts);
  if (found === undefined) {
    const all = (types: object, kind: TokenKind) => new Map(Object.keys(types).map((type) => [bridgedToken(type, kind), type] as const));
    found = { resource: all(facts.resources, "resource"), data: all(facts.dataSources, "data") };
    made.set(facts, found);
  }
  return found;
}

/** The bridge's own token of a provider's type: `outscale_vm` → `index/vm:Vm`. https://github.com/pulumi/pulumi-terraform-provider, seen 2026-11-23. */
function bridgedToken(type: string, kind: TokenKind): string {
  const name = camelCase(type.slice(type.indexOf("_") + 1));
  const upper = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return kind === "data" ? `index/get${upper}:get${upper}` : `index/${name}:${upper}`;
}
