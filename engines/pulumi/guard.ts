import * as pulumi from "@pulumi/pulumi";
import { defaultPolicy, type Finding, type Policy } from "../../guard/index.ts";
import type { Registered } from "../../guard/views/pulumi/gather.ts";
import { pathOf } from "../../guard/views/pulumi/path.ts";
import { REFUSES } from "../program-refused.ts";
import { Bench, defaultProviderOf, refusalText } from "./bench.ts";
import { MadeOf } from "./made-of.ts";
import { plain } from "./plain.ts";

/**
 * Refuses, when it is registered, every resource that the policy does not approve: by region, operator, endpoint, and what no rule can judge. Call it
 * before the first resource. It waits for values; what an update alone would tell is refused in a preview, unless it comes from a resource whose
 * place is known.
 *
 * It sees what the program registers after it, and what any other transform makes of its values: a resource is judged when it is registered, and once more
 * before the engine makes or changes it, should its values be others by then. It does not see another provider that another transform of the whole stack
 * puts under it. Rules that need the whole program (who may enter, encryption by a resource beside) are for the policy pack and for `terroir check`, which are the authority: nobody can leave
 * them out from within a program.
 *
 * @param policy what is approved; by default regions and operators of the European Union
 */
export function guard(policy: Policy = defaultPolicy): void {
  const bench = new Bench(policy, pulumi.runtime.allConfig());
  const stack = `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}`;
  const madeOf = new MadeOf(beforeItIsMade(bench));
  pulumi.runtime.registerResourceTransform(async (args) => {
    refuse(bench, args.name, await registeredBy(args, stack, madeOf, bench));
    return undefined;
  });
  pulumi.runtime.registerInvokeTransform(async (args) => {
    refuse(bench, args.token, await invokedBy(args, stack));
    return undefined;
  });
}

function refuse(bench: Bench, name: string, registered: Registered): void {
  throwOn(bench.judge(registered), name);
}

function throwOn(findings: readonly Finding[], name: string): void {
  if (findings.length > 0) throw new Error(`${REFUSES}${name}.\n${refusalText(findings)}`);
}

let guards = 0;

/** Asked by the engine when all transforms are done, in a preview as well. */
const beforeItIsMade = (bench: Bench): pulumi.ResourceHook =>
  new pulumi.ResourceHook(
    `terroir guard ${guards++}`,
    async ({ urn, name, type, newInputs = {} }) => throwOn(bench.judgeMade(urn, type, (await plain(newInputs)).json), name),
    { onDryRun: true },
  );

async function registeredBy(
  { type, name, custom, props, opts }: pulumi.ResourceTransformArgs,
  stack: string,
  madeOf: MadeOf,
  bench: Bench,
): Promise<Registered> {
  const parent = opts.parent === undefined ? undefined : await urnOf(opts.parent);
  const properties = await Promise.all(
    Object.entries(props as object).map(async ([key, value]) => {
      const { json, madeOf: told } = await plain(value);
      return [key, { json, madeOf: told.size > 0 ? told : await madeOf.of(type, name, key, parent) }] as const;
    }),
  );
  const dependencies = new Map(properties.map(([key, value]) => [key, [...value.madeOf.keys()]]));
  for (const [urn, one] of properties.flatMap(([, value]) => [...value.madeOf]))
    if (bench.knows(urn)) bench.learn(urn, await madeOf.said(one));
  const { provider, import: taken, id } = opts as pulumi.CustomResourceOptions & { readonly id?: unknown };
  const url = opts.pluginDownloadURL;
  return {
    urn: childUrn(stack, parent, type, name),
    token: type,
    custom,
    path: pathOf([...namesAround(opts.parent), name]),
    inputs: Object.fromEntries(properties.map(([key, value]) => [key, value.json])),
    dependencies: (property) => dependencies.get(property) ?? [],
    providerReference: provider === undefined ? defaultProviderOf(stack, type, url) : `${await urnOf(provider)}::`,
    importing: typeof taken === "string" ? taken : typeof id === "string" ? id : undefined,
    ...(type.startsWith("pulumi:providers:") &&
      url !== undefined && {
        inputs: { pluginDownloadURL: url, ...Object.fromEntries(properties.map(([key, value]) => [key, value.json])) },
      }),
  };
}

async function invokedBy({ token, args, opts }: pulumi.InvokeTransformArgs, stack: string): Promise<Registered> {
  const { json } = await plain(args);
  const { provider, pluginDownloadURL } = opts as pulumi.InvokeOptions;
  return {
    urn: `${stack}::${token}::call`,
    token,
    custom: true,
    isFunction: true,
    inputs: json,
    providerReference: provider === undefined ? defaultProviderOf(stack, token, pluginDownloadURL) : `${await urnOf(provider)}::`,
  };
}

/** Names of the components around, outermost first: the SDK keeps them to itself. */
function namesAround(parent: pulumi.Resource | undefined): readonly string[] {
  const names: string[] = [];
  for (let at = parent as Inner | undefined; at !== undefined; at = at.__parentResource)
    if (at.__name !== undefined && at.__pulumiType !== "pulumi:pulumi:Stack") names.unshift(at.__name);
  return names;
}

interface Inner {
  readonly __name?: string;
  readonly __pulumiType?: string;
  readonly __parentResource?: Inner;
}

/** As the engine makes it: the types of all parents, then the own. */
function childUrn(stack: string, parent: string | undefined, type: string, name: string): string {
  const around = parent === undefined ? "" : (parent.split("::")[2] ?? "");
  return `${stack}::${around === "" || around === "pulumi:pulumi:Stack" ? "" : `${around}$`}${type}::${name}`;
}

const urnOf = (resource: pulumi.Resource): Promise<string> => (resource.urn as unknown as { promise(): Promise<string> }).promise();
