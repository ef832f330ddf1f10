import type { Placement } from "./placement.ts";
import type { Reading } from "./reading.ts";

/** Software of nobody's in particular that a provider speaks to at a host: what it makes is where that host is. */
export interface HostedFacts {
  /** Source address without host, `hashicorp/kubernetes`. */
  readonly source: string;
  readonly host: HostFacts;
  readonly resources: Readonly<Record<string, Placement>>;
  readonly dataSources: Readonly<Record<string, Placement>>;
  readonly readings: Readonly<Record<string, Reading>>;
}

/** How a provider block says which host it calls. */
export interface HostFacts {
  readonly paths: readonly string[];
  /** Environment variables that name it when the block is silent. */
  readonly env: readonly string[];
  /** Attributes that hand the address or the credentials to a file or a program that no view shows, each with the reason. */
  readonly elsewhere: Readonly<Record<string, string>>;
  /** Of those, the path of a file of logins: when the same code writes it, and its content is a cluster's own login, that cluster is called. */
  readonly file?: string;
  /** What the host is at a cloud: a resource of this concept may give its address. Anything else may hold any text. */
  readonly concept: string;
  /** Words in the names of types that are such a thing, read one, or hold its login. */
  readonly words: readonly string[];
}
