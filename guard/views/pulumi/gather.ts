import { pulumiPackage } from "../../../clouds/pulumi.ts";
import type { Infrastructure, Subject } from "../../infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { gather } from "../gather.ts";
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

/** @param shown how to make a document that shows the providers, for the remedy */
export function readRegistered(
  all: readonly Registered[],
  origin: string,
  shown: string,
  unseen: readonly string[],
  more: readonly Subject[] = [],
): Infrastructure {
  const providers = new Map<string, Provider>();
  for (const one of all)
    if (one.token.startsWith(PROVIDERS))
      providers.set(one.urn, providerOf(one.urn, one.token.slice(PROVIDERS.length), one.inputs, one.leaves));
  const subjects: Subject[] = [...providers.values()].map(({ subject }) => subject);
  for (const one of all) {
    if (!one.custom || one.token.startsWith(PROVIDERS) || one.token === "pulumi:pulumi:Stack") continue;
    const under = underWhich(one, providers, shown);
    const meaning = meaningOf(one.token, "resource");
    const subject = new PulumiSubject(one, meaning, under?.subject, under?.host);
    subjects.push(subject);
    const taken = one.importing ?? (one.isRead === true ? one.id : undefined);
    if (taken !== undefined && taken !== "" && one.leaves === undefined) subjects.push(importOf(subject, taken));
  }
  return gather("pulumi", origin, [...subjects, ...more], unseen);
}

interface Provider {
  readonly subject: Subject;
  readonly host?: string;
}

function providerOf(urn: string, name: string, inputs: Json, leaves?: "destroyed" | "forgotten"): Provider {
  const names = pulumiPackage(name);
  const host = strangeHost(inputs, names?.server);
  const subject = providerSubject(urn, name, sourceOfPackage(name), inputs, names?.provider);
  return {
    subject: { ...subject, ...(host !== undefined && { providerHost: host }), ...(leaves !== undefined && { leaves }) },
    ...(host !== undefined && { host }),
  };
}

function underWhich(one: Registered, providers: Map<string, Provider>, shown: string): Provider | undefined {
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
  const address = urn === "" ? `${PROVIDERS}${name}` : urn;
  const cause = `the provider's configuration is not shown. ${shown}`;
  const made = { subject: unseenProvider(address, name, sourceOfPackage(name), cause) };
  providers.set(address, made);
  return made;
}

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
