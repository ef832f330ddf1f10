import type { CloudFacts } from "../../clouds/contract/index.ts";
import { computesInEngine, providerOf } from "../hearing/classify.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { perSort } from "../hearing/per-sort.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Chain } from "../values/value.ts";
import { type Endpoint, endpointsIn } from "./endpoints.ts";

/** The company that a resource is under: by its provider, and by the endpoint that the provider calls. */
export type OperatorOf =
  | { readonly is: "known"; readonly id: string; readonly chain: Chain }
  /** It asks nobody: what it does happens where the engine runs. */
  | { readonly is: "nobody"; readonly because: string }
  | { readonly is: "unknown"; readonly because: string; readonly chain: Chain };

export const blockOf = (subject: Subject): Subject | undefined => (subject.kind === "provider" ? subject : subject.provider);

/** Every endpoint under which a subject's provider may call; none where the provider has no choice. */
export const endpointsOf = perSort((hearing: Hearing, subject: Subject): readonly Endpoint[] => {
  const provider = providerOf(hearing, subject);
  const block = blockOf(subject);
  if (provider.is === "cloud") {
    const { endpoint } = provider.facts.provider;
    return endpoint === undefined ? [] : endpointsIn(hearing, endpoint, block, provider.facts);
  }
  // Of a provider that speaks more than S3 only some types call the block's endpoint.
  if (provider.is === "unknown" || provider.s3 === undefined) return [];
  const found = endpointsIn(hearing, { paths: provider.s3.endpoint, env: provider.s3.env }, block);
  // Where the block cannot be seen, that it is silent is not known either, nor that its maker's own store answers.
  return block?.hidden !== true
    ? found
    : found.map((one) =>
        one.is === "absent" ? { is: "unknown", cause: "a state does not show the provider block", path: one.path, chain: [] } : one,
      );
});

export const operatorsOf = perSort((hearing: Hearing, subject: Subject): readonly OperatorOf[] => {
  const provider = providerOf(hearing, subject);
  if (provider.is === "unknown") return [{ is: "unknown", because: provider.because, chain: [] }];
  if (computesInEngine(provider, subject)) return [{ is: "nobody", because: "it computes in the engine, and asks nobody" }];
  const endpoints = endpointsOf(hearing, subject);
  const own = ownOperator(hearing, subject);
  return endpoints.length === 0 ? [own] : endpoints.map((endpoint) => behind(endpoint, own));
});

/** Whose provider it is, whatever endpoint it calls. */
function ownOperator(hearing: Hearing, subject: Subject): OperatorOf {
  const provider = providerOf(hearing, subject);
  const chain = [{ at: subject.providerSource ?? "" }];
  if (provider.is === "unknown") return { is: "unknown", because: provider.because, chain };
  if (provider.is === "cloud") {
    const { operator, cloud } = provider.facts;
    if (operator !== undefined) return { is: "known", id: operator, chain };
    return { is: "unknown", because: `${cloud} is the software of many operators, and no endpoint says whose cloud this is`, chain };
  }
  const { operator, kind, because } = provider.other;
  if (operator !== undefined) return { is: "known", id: operator, chain };
  if (kind === "utility" || kind === "engine") return { is: "nobody", because };
  // Whom it asks stands in its configuration; that it does so is the rule on opaque things to judge.
  return provider.s3 === undefined ? { is: "nobody", because } : { is: "unknown", because, chain };
}

/** Silence is the endpoint rule's to judge, once per provider block; a resource is then its provider's own operator's. */
function behind(endpoint: Endpoint, own: OperatorOf): OperatorOf {
  switch (endpoint.is) {
    case "known":
      return { is: "known", id: endpoint.answerer.operator, chain: endpoint.chain };
    case "absent":
    case "approved":
      return own;
    case "stranger":
      return { is: "unknown", because: "its provider calls an endpoint that the catalogue does not know", chain: endpoint.chain };
    case "unknown":
      return { is: "unknown", because: `its provider's endpoint is not known: ${endpoint.cause}`, chain: endpoint.chain };
  }
}

/** The facts whose region codes a subject writes: those of the cloud that answers, `hashicorp/aws` with an Outscale endpoint is Outscale. */
export const cloudsAnswering = perSort((hearing: Hearing, subject: Subject): readonly CloudFacts[] => {
  const provider = providerOf(hearing, subject);
  const answering = endpointsOf(hearing, subject).flatMap((e) => (e.is === "known" && e.answerer.facts ? [e.answerer.facts] : []));
  if (answering.length > 0) return [...new Set(answering)];
  // Of a software that many operators run, no code means anything until an address says whose cloud it is.
  return provider.is === "cloud" && provider.facts.operator !== undefined ? [provider.facts] : [];
});
