/**
 * Software that belongs to no cloud and runs on any: what a provider makes there is where the host is that it calls. One file each, with the types that it
 * has and how their protections are read; a type that is not listed is refused.
 */
import type { HostedFacts } from "../contract/hosted.ts";
import { kubernetes } from "./kubernetes.ts";

const HOSTED: ReadonlyMap<string, HostedFacts> = new Map([kubernetes].map((facts) => [facts.source, facts]));

/** What is known of software by its provider's source address; a public registry's host in front is allowed, and case does not count. */
export function hostedBySource(source: string): HostedFacts | undefined {
  return HOSTED.get(source.toLowerCase().replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, ""));
}
