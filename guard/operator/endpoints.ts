import type { CountryCode } from "../../catalogue/index.ts";
import type { CloudFacts } from "../../clouds/contract/index.ts";
import { hostName } from "../../clouds/host-name.ts";
import { type Approvals, split } from "../approvals/approvals.ts";
import { regionOf } from "../approvals/regions.ts";
import { declared } from "../hearing/environment.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Chain } from "../values/value.ts";
import { factsOfOperator } from "./operator-facts.ts";

/** The company behind an endpoint, and where it answers. */
export interface Answerer {
  readonly operator: string;
  /** Absent where the address does not say. */
  readonly country?: CountryCode;
  readonly region?: string;
  /** The place that the policy says of a host whose name says none, `upcloud:fi-hel1`. */
  readonly located?: string;
  /** The cloud whose region codes hold there, of which only those of this operator; absent for an operator without a folder. */
  readonly facts?: CloudFacts;
  /** What the service itself calls its region. */
  readonly calls?: string;
  /** Every region that can be reached from there, where that is known. */
  readonly reaches?: readonly string[];
}

/** What a provider block's endpoint can be. */
export type Endpoint =
  | { readonly is: "known"; readonly text: string; readonly path: string; readonly answerer: Answerer; readonly chain: Chain }
  /** A host that the policy approves itself: the provider's own operator answers there. */
  | { readonly is: "approved"; readonly text: string; readonly path: string; readonly chain: Chain }
  /** A text that the catalogue does not know. */
  | { readonly is: "stranger"; readonly text: string; readonly path: string; readonly chain: Chain }
  | { readonly is: "unknown"; readonly cause: string; readonly path: string; readonly chain: Chain }
  /** Nothing in the block: an environment variable may say it, else the provider's default holds. */
  | { readonly is: "absent"; readonly path: string; readonly env: readonly string[]; readonly fallback?: string; readonly file?: string };

/** Where a provider keeps its endpoint. */
export interface EndpointPlace {
  readonly paths: readonly string[];
  readonly env: readonly string[];
  readonly default?: string;
  /** Names that the provider itself resolves. */
  readonly known?: Readonly<Record<string, { readonly operator: string; readonly country: CountryCode; readonly region?: string }>>;
}

/** Who answers under a name that the provider resolves, a URL or a host; undefined: nobody that the catalogue knows. */
export function whoAnswers(
  { knowledge, approvals }: Hearing,
  text: string,
  known: EndpointPlace["known"],
  own?: CloudFacts,
): Answerer | undefined {
  const named = known !== undefined && Object.hasOwn(known, text) ? known[text] : undefined;
  if (named !== undefined) {
    const { operator, country, region } = named;
    return { operator, country, ...(region && { region }), ...(own && { facts: own }) };
  }
  const endpoint = knowledge.endpoint(text);
  if (endpoint === undefined) return undefined;
  const { operator, country, region, cloud, calls, reaches } = endpoint;
  const whole = cloud === null ? undefined : knowledge.cloud(cloud);
  const facts = whole && factsOfOperator(whole, operator);
  const place = country === null && facts !== undefined ? placeSaid(approvals, facts, endpoint.host) : undefined;
  return {
    operator,
    ...(country && { country }),
    ...(region && { region }),
    ...place,
    ...(facts && { facts }),
    ...(calls && { calls }),
    ...(reaches && { reaches }),
  };
}

/** Where the policy says that a host is whose name does not: a place of the cloud that answers there, and of no other. */
function placeSaid({ located }: Approvals, facts: CloudFacts, host: string): Pick<Answerer, "country" | "region" | "located"> | undefined {
  const said = Object.hasOwn(located, host) ? located[host] : undefined;
  const [cloud, code] = split(said ?? "");
  const region = said === undefined || cloud !== facts.cloud ? undefined : regionOf(facts, code);
  return said === undefined || region === undefined ? undefined : { country: region.country, region: region.code, located: said };
}

/** Every endpoint that a provider block can mean. `block` undefined: there is none. */
export function endpointsIn(hearing: Hearing, where: EndpointPlace, block: Subject | undefined, own?: CloudFacts): readonly Endpoint[] {
  const file = fileThatOverrules(hearing, block, own);
  const overruled = file === undefined ? [] : beyondTheBlock(hearing, where, block, own, file.name);
  if (file?.always) return overruled;
  const found: Endpoint[] = [...overruled];
  let said = false;
  for (const path of where.paths)
    for (const reading of block?.read(path) ?? []) {
      const possible = candidates(reading.value);
      if (possible.every((one) => one.is !== "absent")) said = true;
      for (const one of possible) {
        if (one.is === "unknown") found.push({ is: "unknown", cause: one.cause, path: reading.path, chain: one.chain });
        if (one.is === "text") found.push(judged(hearing, where, own, one.text, reading.path, one.chain));
      }
    }
  // A value that may be absent leaves the other case to the environment.
  return said ? found : [...found, ...beyondTheBlock(hearing, where, block, own)];
}

function judged(hearing: Hearing, where: EndpointPlace, own: CloudFacts | undefined, text: string, path: string, chain: Chain): Endpoint {
  const answerer = whoAnswers(hearing, text, where.known, own);
  if (answerer !== undefined) return { is: "known", text, path, answerer, chain };
  return { is: approvedHost(hearing, text) ? "approved" : "stranger", text, path, chain };
}

/** Whether the policy names the host that a URL or host reaches. */
export function approvedHost({ approvals }: Hearing, text: string): boolean {
  const host = hostName(text);
  return host !== undefined && approvals.endpoints.some((endpoint) => hostName(endpoint) === host);
}

/**
 * What holds when the block is silent: what the policy says of the environment, else the provider's documented default. A variable that nobody
 * declared could say otherwise only where somebody sets it on purpose on the machine that runs the engine.
 */
function beyondTheBlock(
  hearing: Hearing,
  where: EndpointPlace,
  block: Subject | undefined,
  own: CloudFacts | undefined,
  file = fileThatDecides(block, own),
): readonly Endpoint[] {
  const { env, default: fallback, paths } = where;
  const said = file === undefined ? declared(hearing, env) : undefined;
  if (said?.is === "set")
    return [judged(hearing, where, own, said.text, "", [{ at: said.name, text: said.text }, { at: "environment of the policy" }])];
  const usual = file === undefined ? defaults(fallback, block, own) : [];
  if (usual.length > 0) return usual.map((one) => judged(hearing, where, own, one, "", [{ at: "the provider's default", text: one }]));
  return [{ is: "absent", path: paths[0] ?? "endpoint", env, ...(fallback && { fallback }), ...(file && { file }) }];
}

/** A default that follows the block's region is as many as the regions that it can have; none where they are not known. */
function defaults(fallback: string | undefined, block: Subject | undefined, own: CloudFacts | undefined): readonly string[] {
  if (fallback === undefined || !fallback.includes("<region>")) return fallback === undefined ? [] : [fallback];
  for (const path of own?.provider.place?.paths ?? []) {
    const regions = (block?.read(path) ?? []).flatMap(({ value }) => candidates(value)).filter((one) => one.is !== "absent");
    if (regions.length === 0) continue;
    return regions.every((one) => one.is === "text") ? regions.map((one) => fallback.replace("<region>", one.text)) : [];
  }
  return [];
}

/** What hands the endpoint to a file even where the block writes it: an attribute, which may be absent in some cases, or a declared variable. */
function fileThatOverrules(
  hearing: Hearing,
  block: Subject | undefined,
  own: CloudFacts | undefined,
): { readonly name: string; readonly always: boolean } | undefined {
  const { paths = [], env = [] } = own?.provider.overrules ?? {};
  const said = declared(hearing, env);
  if (said?.is === "set") return { name: said.name, always: true };
  for (const path of paths) {
    const possible = (block?.read(path) ?? []).flatMap(({ value }) => candidates(value));
    if (possible.some((one) => one.is !== "absent")) return { name: path, always: possible.every((one) => one.is !== "absent") };
  }
  return undefined;
}

/** The attribute that hands to a file what the block does not say. */
export function fileThatDecides(block: Subject | undefined, facts: CloudFacts | undefined): string | undefined {
  return Object.keys(facts?.provider.elsewhere ?? {}).find((path) =>
    block?.read(path).some(({ value }) => candidates(value).some((one) => one.is !== "absent")),
  );
}
