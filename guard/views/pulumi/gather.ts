import { pulumiPackage } from "../../../clouds/pulumi.ts";
import type { Infrastructure, Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { gather } from "../gather.ts";
import { entries } from "../plan/document.ts";
import { withOrigins } from "./origins.ts";
import { type PulumiResource, PulumiSubject, providerSubject, strangeHost, unseenProvider } from "./subject.ts";
import { meaningOf, sourceOfPackage } from "./tokens.ts";

/** Anything that an engine registers: resources, providers, components, the stack itself. */
export interface Registered extends PulumiResource {
  /** False for a component, which is a name for its children and makes nothing. */
  readonly custom: boolean;
  /** `urn::id` of its provider resource. */
  readonly providerReference?: string | undefined;
  /** The provider's own inputs, where they come with the resource. */
  readonly providerInputs?: Json | undefined;
  /** Set when something that exists is taken over. */
  readonly importing?: string | undefined;
}

const PROVIDERS = "pulumi:providers:";

export interface Beside {
  /** How to make a document that shows the providers, for the remedy. */
  readonly shown: string;
  readonly unseen: readonly string[];
  /** The stack's configuration, which default providers take theirs from, `ovh:endpoint`; absent: not at hand. */
  readonly config?: Json | undefined;
  readonly more?: readonly Subject[];
}

export function readRegistered(all: readonly Registered[], origin: string, { shown, unseen, config, more = [] }: Beside): Infrastructure {
  const providers = new Map<string, Provider>();
  for (const one of all)
    if (one.token.startsWith(PROVIDERS))
      providers.set(one.urn, providerOf(one.urn, one.token.slice(PROVIDERS.length), one.inputs, one.leaves));
  const subjects: Subject[] = [];
  const at = new Map(all.map((one) => [one.urn, one]));
  for (const one of all) {
    if (!one.custom || one.token.startsWith(PROVIDERS) || one.token === "pulumi:pulumi:Stack") continue;
    const under = underWhich(one, providers, shown, config);
    const meaning = meaningOf(one.token, one.isFunction === true ? "data" : "resource");
    const subject = new PulumiSubject(withOrigins(one, at), meaning, under?.subject, under?.host);
    subjects.push(subject);
    const taken = one.importing ?? (one.isRead === true ? one.id : undefined);
    if (taken !== undefined && taken !== "" && one.leaves === undefined) subjects.push(importOf(subject, taken));
  }
  // Those that the engine makes by itself are found on the way.
  return gather("pulumi", origin, [...[...providers.values()].map(({ subject }) => subject), ...subjects, ...more], unseen);
}

interface Provider {
  readonly subject: Subject;
  readonly host?: string;
}

function providerOf(urn: string, name: string, told: Json, leaves?: "destroyed" | "forgotten"): Provider {
  const names = pulumiPackage(name);
  const inputs = { ...(told as object), ...fetchedFrom(urn, name) };
  const host = strangeHost(inputs, names?.server);
  const subject = providerSubject(urn, name, sourceOfPackage(name), inputs, names?.readOnly === true ? undefined : names?.provider);
  return {
    subject: { ...subject, ...(host !== undefined && { providerHost: host }), ...(leaves !== undefined && { leaves }) },
    ...(host !== undefined && { host }),
  };
}

function underWhich(one: Registered, providers: Map<string, Provider>, shown: string, config: Json | undefined): Provider | undefined {
  const name = one.token.slice(0, one.token.indexOf(":"));
  const reference = one.providerReference ?? "";
  const urn = reference.slice(0, Math.max(0, reference.lastIndexOf("::")));
  const found = providers.get(urn);
  if (found !== undefined) return found;
  // The engine's own and the language's: no configuration decides anything.
  if (name === "pulumi" || name.startsWith("pulumi-")) return undefined;
  if (one.providerInputs !== undefined) {
    const made = providerOf(urn === "" ? `the provider of ${one.urn}` : urn, name, one.providerInputs);
    if (urn !== "") providers.set(urn, made);
    return made;
  }
  if (config !== undefined && isDefault(urn)) {
    const made = defaultProvider(urn, name, config);
    providers.set(urn, made);
    return made;
  }
  const address = urn === "" ? `${PROVIDERS}${name}` : urn;
  const cause = /::default[^:]*$/.test(urn)
    ? "Pulumi shows no provider whose name begins with default: call it otherwise, or give the resource a version"
    : `the provider's configuration is not shown. ${shown}`;
  const made = { subject: unseenProvider(address, name, sourceOfPackage(name), cause) };
  providers.set(address, made);
  return made;
}

/**
 * The engine makes it where the program names none, and calls it by the package's release. No preview shows it, nor any other whose name begins
 * so: one that is called `default` alone may be the program's own, and nobody can see what it was told.
 */
const isDefault = (urn: string): boolean => /::pulumi:providers:[^:]+::default_\d+_\d+_\d+(?:_|$)/.test(urn);

/** What it is told is the stack's configuration. */
function defaultProvider(urn: string, name: string, config: Json): Provider {
  const inputs = entries(config).flatMap(([key, value]) =>
    key.startsWith(`${name}:`) ? [[key.slice(name.length + 1), value] as const] : [],
  );
  return providerOf(urn, name, Object.fromEntries(inputs));
}

/** Where the program of a default provider comes from stands in its name; nothing where that is the package's own place. */
function fetchedFrom(urn: string, name: string): { readonly pluginDownloadURL?: string } {
  const [, url = ""] = isDefault(urn) ? (/::default_\d+_\d+_\d+_?(.*)$/.exec(urn) ?? []) : [];
  return /[/.]/.test(url) && letters(url) !== letters(pulumiPackage(name)?.server ?? "") ? { pluginDownloadURL: url } : {};
}

const letters = (url: string): string => url.replace(/[^A-Za-z0-9]/g, "");

/** Something that exists and is taken over, or read: its id may name a place. */
function importOf({ address, type, providerSource, providerHost, provider }: Subject, id: string): Subject {
  const at = `import.${address}`;
  return {
    kind: "import",
    address: at,
    type,
    ...(providerSource !== undefined && { providerSource }),
    ...(providerHost !== undefined && { providerHost }),
    ...(provider !== undefined && { provider }),
    read: (path) => (path === "id" ? [{ path, value: { kind: "known", value: id, chain: [{ at: `${at}.id`, text: id }] } }] : []),
  };
}
