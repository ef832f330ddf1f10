import { inSentence, memberCountries, operatorStanding, regionStanding } from "../../approvals/approvals.ts";
import { regionOf } from "../../approvals/regions.ts";
import type { Provider } from "../../hearing/classify.ts";
import type { Hearing } from "../../hearing/hearing.ts";
import { withoutLogin, withoutTexts } from "../../operator/connection-host.ts";
import { approvedHost, type Endpoint, whoAnswers } from "../../operator/endpoints.ts";
import { endpointsOf } from "../../operator/operator.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, nothingToJudge, type Refusal } from "../../rule/rule.ts";
import { candidates } from "../../subject/decide.ts";
import type { Reading, Subject } from "../../subject/infrastructure.ts";
import { isRequirement } from "../../subject/requirement.ts";
import type { Json } from "../../values/json.ts";
import { members } from "../../values/sets.ts";
import { isSensitive } from "../../values/value.ts";

const ovh = { terraform: { required_providers: { ovh: { source: "ovh/ovh" } } } };

export default defineRule({
  id: "jurisdiction/endpoint",
  title: "Every provider calls an approved endpoint, and says which",
  why: "The endpoint decides which company receives orders, credentials and metadata. One that is left to the environment is another on every machine.",
  controls: ["GEO-3", "SecNumCloud:19.2.d", "CADA:1.1.c", "CSF:SOV-2"],
  on: "provider",
  check(block, _options, { hearing, subject, provider }) {
    // What is required and never used is fetched, and calls nobody.
    if (isRequirement(block)) return nothingToJudge;
    const endpoints = endpointsOf(hearing, subject);
    return all([
      ...endpoints.flatMap((endpoint) => refusal(hearing, provider, endpoint) ?? []),
      ...parts(hearing, subject, provider),
      ...s3Client(subject, provider),
      ...(subject.stray ?? []).map((path) =>
        undecided({ path }, `writes ${path}, which the catalogue's release of the provider does not have`, `leave out ${path}`),
      ),
    ]);
  },
  examples: {
    passes: { "the European endpoint, written": { provider: { ovh: [{ endpoint: "ovh-eu" }] }, ...ovh } },
    fails: {
      "the endpoint of the company in the United States": { provider: { ovh: [{ endpoint: "ovh-us" }] }, ...ovh },
      "the endpoint in Canada": { provider: { ovh: [{ endpoint: "ovh-ca" }] }, ...ovh },
      "in clear over the network": { provider: { ovh: [{ endpoint: "http://eu.api.ovh.com/1.0" }] }, ...ovh },
    },
    undecided: {
      "left to the environment": { provider: { ovh: [{}] }, ...ovh },
      "a host that nobody knows": { provider: { ovh: [{ endpoint: "https://api.ovh.example.com/1.0" }] }, ...ovh },
    },
  },
});

function refusal(hearing: Hearing, provider: Provider, endpoint: Endpoint): Refusal | undefined {
  switch (endpoint.is) {
    case "approved":
      return undefined;
    case "absent":
      return absent(provider, endpoint);
    case "unknown":
      return undecided(endpoint, `${endpoint.path} is not known: ${endpoint.cause}`, `write ${endpoint.path} as a literal`);
    case "stranger": {
      const shown = isSensitive(endpoint) ? "this" : `"${endpoint.text}"`;
      const fix = `write an endpoint that the catalogue knows in ${endpoint.path || "the provider block"}, or add its host to the policy's endpoints`;
      return { ...undecided(endpoint, `the catalogue does not know who answers at ${shown}`, fix), value: endpoint.text };
    }
    case "known":
      return known(hearing, endpoint);
  }
}

const undecided = ({ path, chain }: Pick<Refusal, "chain"> & { readonly path: string }, because: string, fix: string): Refusal => ({
  verdict: "undecided",
  because,
  fix,
  path,
  ...(chain && { chain }),
});

function absent(provider: Provider, { path, env, fallback, file }: Extract<Endpoint, { is: "absent" }>): Refusal | undefined {
  // The operator of such a provider is refused already, whichever of its endpoints is called.
  if (provider.is === "other" && provider.other.kind === "foreign") return undefined;
  const instead = env.length > 0 ? `the environment variable ${env.join(" or ")} decides` : "the provider's own configuration decides";
  const otherwise = fallback === undefined ? "" : `, else ${fallback}`;
  const because =
    file === undefined
      ? `${path} is not written, so ${instead}${otherwise}`
      : `${file} leaves the endpoint to a file that nothing here shows`;
  const example = provider.is === "cloud" ? Object.keys(provider.facts.provider.endpoint?.known ?? {})[0] : undefined;
  return undecided({ path, chain: [] }, because, `write ${path}${example === undefined ? "" : ` = "${example}"`} in the provider block`);
}

function known(hearing: Hearing, { text, path, answerer, chain }: Extract<Endpoint, { is: "known" }>): Refusal | undefined {
  const { approvals, knowledge, day } = hearing;
  const fix = `write the endpoint of an approved operator in ${path || "the provider block"}`;
  const operator = knowledge.operator(answerer.operator, day);
  if (operator === undefined)
    return {
      ...undecided({ path, chain }, `the catalogue does not know ${answerer.operator}, which answers at ${text}`, fix),
      value: text,
    };
  const standing = operatorStanding(approvals, operator, day);
  if (!standing.approved) return { because: `${operator.name} answers at ${text}: ${standing.because}`, fix, path, value: text, chain };
  const { country, facts, region: code } = answerer;
  // An interface without a region, which a policy names, only receives orders: what is made by it says its own place.
  const isNamed = code === undefined && (approvals.endpoints.includes(text) || approvedHost(hearing, text));
  if (!isNamed && country !== undefined && !memberCountries(approvals.countries, day).includes(country)) {
    const otherwise = code === undefined ? `${fix}, or add "${text}" to the policy's endpoints` : fix;
    return { because: `${text} is answered from ${inSentence(country)}`, fix: otherwise, path, value: text, chain };
  }
  const region = facts && code !== undefined ? regionOf(facts, code) : undefined;
  const place = facts && region && regionStanding(approvals, facts, region, day);
  if (place?.approved === false) return { because: `${text} is answered from elsewhere: ${place.because}`, fix, path, value: text, chain };
  // Whoever stands on the way can answer in the operator's name, and keeps the credentials.
  if (/^\s*http:/i.test(text))
    return { because: `${text} is called in clear`, fix: "write https:// in place of http://", path, value: text, chain };
  return undefined;
}

/** What a client of object storage does beside calling its address: it may call in clear, and ask its own company for rights. */
function s3Client(subject: Subject, provider: Provider): readonly Refusal[] {
  const client = provider.is === "other" ? provider.s3 : undefined;
  const company = provider.is === "other" ? provider.other.operator : undefined;
  const roles = (client?.roles ?? []).flatMap((path) =>
    subject.read(path).flatMap((reading): readonly Refusal[] =>
      candidates(reading.value).some((one) => one.is !== "absent")
        ? [
            {
              because: `${reading.path} asks ${company ?? "its company"} for rights`,
              fix: `leave out ${path.replace(/\[\].*/, "")}`,
              path: reading.path,
            },
          ]
        : [],
    ),
  );
  if (client?.encrypted === undefined) return roles;
  const path = client.encrypted;
  const on = subject.read(path).flatMap(({ value }) => candidates(value));
  const fix = `set ${path} to true`;
  if (on.length > 0 && on.every((one) => one.is === "text" && one.text === "true")) return roles;
  const unsure = on.some((one) => one.is === "unknown");
  return [
    ...roles,
    { ...(unsure && { verdict: "undecided" as const }), because: `without ${path} its address is called in clear`, fix, path },
  ];
}

/** Attributes that each move a part of the services to another address. */
function parts(hearing: Hearing, subject: Subject, provider: Provider): readonly Refusal[] {
  const paths = partsOf(provider);
  const client = provider.is === "other" ? provider.s3 : undefined;
  // What stores objects is judged as the endpoint itself.
  const isOwn = ({ path }: Reading): boolean => client?.endpoint.includes(path.replace(/\[\d+\]/g, "[]")) === true;
  return paths.flatMap((path) =>
    subject
      .read(path)
      .flatMap(entries)
      .filter((reading) => !isOwn(reading))
      .flatMap((reading) =>
        candidates(reading.value).flatMap((one): readonly Refusal[] => {
          const at = { path: reading.path, chain: one.chain };
          if (one.is === "absent") return [];
          if (one.is === "unknown")
            return [undecided(at, `${reading.path} is not known: ${one.cause}`, `write ${reading.path} as a literal`)];
          const text = withoutLogin(one.text);
          const answerer = whoAnswers(hearing, text, undefined);
          const found = answerer && known(hearing, { is: "known", text, path: reading.path, answerer, chain: one.chain });
          if (answerer !== undefined) return found === undefined ? [] : [found];
          if (approvedHost(hearing, text)) return [];
          return [
            {
              ...undecided(
                text === one.text ? at : { ...at, chain: withoutTexts(one.chain) },
                "the catalogue does not know who answers there",
                "leave it out, or add its host to the policy's endpoints",
              ),
              value: text,
            },
          ];
        }),
      ),
  );
}

function partsOf(provider: Provider): readonly string[] {
  if (provider.is === "cloud") return provider.facts.provider.endpoint?.parts ?? [];
  return provider.is === "other" ? (provider.s3?.parts ?? []) : [];
}

/** Where a map or a block stands, `endpoint_overrides`, each of its entries, in each case that there can be. */
function entries({ path, value }: Reading): readonly Reading[] {
  const { chain } = value;
  const maps = members(value);
  if (maps === undefined || !maps.every(isMap)) return [{ path, value }];
  return maps.flatMap((map) =>
    Object.entries(map).map(([key, text]): Reading => ({ path: `${path}.${key}`, value: { kind: "known", value: text, chain } })),
  );
}

const isMap = (json: Json): json is { readonly [key: string]: Json } => typeof json === "object" && json !== null && !Array.isArray(json);
