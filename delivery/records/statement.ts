import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Json } from "../../catalogue/json.ts";
import { catalogueDigest, type Policy, policyDigest, type Report } from "../../guard/index.ts";
import { redacted } from "./redact.ts";

/** The type of our predicate. It names a format, and leads nowhere. */
export const PREDICATE = "urn:terroir:delivery-record:1";

/** An in-toto statement, version 1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */
export interface Statement {
  readonly _type: "https://in-toto.io/Statement/v1";
  readonly subject: readonly { readonly name: SubjectName; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: typeof PREDICATE;
  readonly predicate: Record;
}

/** `plan`: the engine's file, byte for byte. `plan.json`: what it says, in canonical JSON. `state`: as stored, before or after. */
export type SubjectName = "plan" | "plan.json" | "state.before" | "state.after";

/** What came of a stack. `interrupted`: the engine ended before its work did. */
export type Outcome = "planned" | "unchanged" | "refused" | "applied" | "failed" | "interrupted" | "drifted";

export interface Record {
  readonly stack: string;
  /** Digest of the stack's folder, as in the graph. */
  readonly content: string;
  readonly step: "plan" | "deploy" | "destroy" | "drift" | "import";
  readonly outcome: Outcome;
  readonly judgement: Judgement;
  readonly changes: { readonly add: number; readonly change: number; readonly destroy: number; readonly import: number };
  readonly engine: { readonly kind: string; readonly version: string };
  readonly run: {
    readonly id: string;
    readonly by: string;
    /** The pipeline's job, where one ran it. */
    readonly job: string | null;
    readonly began: string;
    readonly ended: string;
    /** Nothing real was touched. */
    readonly rehearsed: boolean;
    /** Another run brought it to its end, after this one was killed. */
    readonly recovered: boolean;
  };
  /** Digest of the record under which a plan that was reviewed elsewhere was applied. */
  readonly review: string | null;
}

/** What the guard said, and what it went by: whoever has the plan can say it again. */
export interface Judgement {
  readonly verdict: Report["verdict"];
  readonly summary: Report["summary"];
  readonly policy: { readonly name: string; readonly digest: string };
  readonly catalogue: { readonly digest: string; readonly terroir: string };
  readonly asOf: string;
  /** Addresses that the plan was asked to be of alone; none: it had to be whole. */
  readonly targets: readonly string[];
  readonly rules: readonly string[];
  /** Frameworks that it was judged by as well, and what each came to. */
  readonly profiles: readonly Json[];
  readonly findings: readonly Json[];
  /** Where each resource is, and its verdict. */
  readonly resources: readonly Json[];
  readonly unseen: readonly string[];
}

/** What a judgement says beside the guard's report. */
export interface Judged {
  readonly policy: Policy;
  /** This release of Terroir. */
  readonly terroir: string;
  readonly targets: readonly string[];
  /** Texts of the plan that a schema calls sensitive. */
  readonly hidden: Iterable<string>;
}

export function judgementOf(report: Report, { policy, terroir, targets, hidden }: Judged): Judgement {
  const { verdict, summary, asOf, rules, profiles, findings, resources, views } = report;
  const judgement: Judgement = {
    verdict,
    summary,
    policy: { name: policy.name, digest: policyDigest(policy) },
    catalogue: { digest: catalogueDigest(), terroir },
    asOf,
    targets,
    rules,
    profiles: profiles as unknown as readonly Json[],
    findings: findings.map(({ chain, source, origin, ...finding }) => ({ ...finding }) as unknown as Json),
    resources: resources.map(({ origin, ...resource }) => ({ ...resource }) as unknown as Json),
    unseen: views.flatMap((view) => view.unseen),
  };
  const secrets = [...hidden];
  return deepText(judgement as unknown as Json, (text) => redacted(text, secrets)) as unknown as Judgement;
}

function deepText(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => deepText(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deepText(one as Json, change)]));
}

/** @param digests 64 hexadecimal digits each; what is null is no subject */
export function statementOf(digests: Readonly<Partial<{ [name in SubjectName]: string | null }>>, record: Record): Statement {
  const names: readonly SubjectName[] = ["plan", "plan.json", "state.before", "state.after"];
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: names.flatMap((name) => (digests[name] ? [{ name, digest: { sha256: digests[name] } }] : [])),
    predicateType: PREDICATE,
    predicate: record,
  };
}

/** The bytes that are signed: canonical JSON (RFC 8785). */
export const bytesOf = (statement: Statement): Buffer => Buffer.from(canonicalize(statement) ?? "", "utf8");

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** The digest of JSON by what it says, however it is printed. */
export const jsonDigest = (value: unknown): string => sha256(canonicalize(value) ?? "");
