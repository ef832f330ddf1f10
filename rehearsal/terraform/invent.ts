import { createHash } from "node:crypto";
import type { AttributeSchema, TypeSchema } from "../../clouds/schema/index.ts";
import type { ObjectValue, Value } from "./value.ts";
import { type Shape, shapeOf } from "./walk.ts";

/** Deterministic text from a seed: the same world, question and name give the same answer. Nothing in it is a secret, so nothing is strong. */
export class Seed {
  readonly #text: string;
  #words: readonly [number, number, number, number] | undefined;

  constructor(...parts: readonly string[]) {
    this.#text = parts.join("\u0000");
  }

  hex(salt: string, length = 16): string {
    // One digest a seed, and from there a short generator (xorshift128, Marsaglia 2003): a digest for each value would be most of an apply.
    let [x, y, z, w] = this.#digest();
    w = (w ^ fnv(salt)) >>> 0 || 1;
    let text = "";
    for (let i = 0; text.length < length + 16; i++) {
      const t = x ^ (x << 11);
      [x, y, z] = [y, z, w];
      w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0;
      // The first steps still show what went in.
      if (i >= 2) text += w.toString(16).padStart(8, "0");
    }
    return text.slice(16, 16 + length);
  }

  #digest(): readonly [number, number, number, number] {
    if (this.#words === undefined) {
      const bytes = createHash("sha256").update(this.#text).digest();
      this.#words = [bytes.readUInt32BE(0), bytes.readUInt32BE(4), bytes.readUInt32BE(8), bytes.readUInt32BE(12)];
    }
    return this.#words;
  }

  uuid(salt: string): string {
    const h = this.hex(salt, 32);
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
  }
  /** A seed for what is inside: its answers differ from those outside. */
  within(part: string): Seed {
    return new Seed(this.#text, part);
  }
  number(salt: string, below: number): number {
    return Number.parseInt(this.hex(salt, 8), 16) % below;
  }
}

/** FNV-1a, 32 bits. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

type Invent = (seed: Seed, name: string) => string;

// The first pattern that fits the name decides. Addresses are those kept for documentation (RFC 5737, RFC 3849), names end in .invalid (RFC 2606).
const TEXTS: readonly (readonly [RegExp, Invent])[] = [
  [/^(id|.*_id|uuid|.*_uuid)$/, (s, n) => s.uuid(n)],
  [/^(urn|iam_urn|resource_urn|arn|crn)$/, (s, n) => `urn:v1:rehearsal:${s.hex(n)}`],
  [/(^|_)ipv6(_|$)|ip_?v6/, (s, n) => `2001:db8::${s.hex(n, 4)}`],
  [/cidr|ip_range|subnet_prefix|allocation_pool/, () => "10.0.0.0/24"],
  [/gateway_ip|private_ip|internal_ip|vip_address/, (s, n) => `10.0.0.${s.number(n, 253) + 1}`],
  [/(^|_)(ip|ips|ipv4|address|ip_address|public_ip|ip_reference)$/, (s, n) => `203.0.113.${s.number(n, 254) + 1}`],
  [/mac(_address)?$/, (s, n) => `02:00:${s.hex(n, 8).replace(/..(?=.)/g, "$&:")}`],
  [/kube_?config(_file|_raw)?$/, kubeconfig],
  [/(_at|_date|date|_time|timestamp|created|updated|creation|expiration)$/, () => "2026-01-01T00:00:00Z"],
  [/^(status|state|.*_status|.*_state|phase)$/, () => "READY"],
  [/(endpoint|url|uri|link|href|website)s?$/, (s, n) => `https://${s.hex(n, 8)}.rehearsal.invalid`],
  [/(fqdn|hostname|domain|domain_name|dns_name|host)$/, (s, n) => `${s.hex(n, 8)}.rehearsal.invalid`],
  [/(certificate|ca_cert|_pem|_crt|^crt|^ca)$/, (s, n) => `-----BEGIN CERTIFICATE-----\n${s.hex(n, 64)}\n-----END CERTIFICATE-----\n`],
  [/(private_key)$/, (s, n) => `-----BEGIN PRIVATE KEY-----\n${s.hex(n, 64)}\n-----END PRIVATE KEY-----\n`],
  [/(password|secret|token|secret_key|passphrase|credential)s?$/, (s, n) => `rehearsal-${s.hex(n, 24)}`],
  [/(access_key|access_key_id)$/, (s, n) => s.hex(n, 20).toUpperCase()],
  [/fingerprint|checksum|digest|etag|hash$/, (s, n) => s.hex(n, 40)],
  [/version$/, () => "1"],
  [/currency/, () => "EUR"],
];

function kubeconfig(seed: Seed, name: string): string {
  const server = `https://${seed.hex(name, 8)}.rehearsal.invalid`;
  const cluster = { name: "rehearsal", cluster: { server } };
  const user = { name: "rehearsal", user: { token: `rehearsal-${seed.hex(`${name}.token`, 24)}` } };
  const context = { name: "rehearsal", context: { cluster: "rehearsal", user: "rehearsal" } };
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "rehearsal",
    clusters: [cluster],
    users: [user],
    contexts: [context],
  });
}

/** What was found for a name: a cloud asks for the same few hundred names again and again. */
const inventors = new Map<string, Invent>();

function text(name: string, seed: Seed): string {
  let invent = inventors.get(name);
  if (invent === undefined) {
    invent = TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? ((s, n) => `rehearsal-${n.replaceAll("_", "-")}-${s.hex(n, 8)}`);
    inventors.set(name, invent);
  }
  return invent(seed, name);
}

function number(name: string, seed: Seed): number {
  if (/port$/.test(name)) return 1024 + seed.number(name, 60_000);
  if (/(^|_)(size|count|nodes|vcpus|ram|memory|disk|cores|quantity|limit|max|volume_size)$/.test(name)) return 1;
  return /(^|_)id$/.test(name) ? 1 + seed.number(name, 1_000_000) : 0;
}

/** What an invention may lean on. */
export interface Ground {
  readonly seed: Seed;
  /** Attributes of the object as a whole: what is inside and has the name and type of one of these is the same thing again. */
  readonly known?: ObjectValue;
  /** Whether collections get one member: an answer to a question has something in it, a new resource has nothing yet. */
  readonly some?: boolean;
}

/** A value of a type, plausible for the attribute's name. */
function inventType(type: TypeSchema, name: string, ground: Ground): Value {
  const same = ground.known?.[name];
  if (same !== undefined && same !== null && typeof same === (type === "bool" ? "boolean" : type)) return same;
  if (type === "string") return text(name, ground.seed);
  if (type === "number") return number(name, ground.seed);
  if (type === "bool") return false;
  if (typeof type === "string") return null;
  if (type[0] === "object") return Object.fromEntries(Object.entries(type[1]).map(([k, t]) => [k, inventType(t, k, ground)]));
  if (type[0] === "tuple") return type[1].map((t, i) => inventType(t, `${name}.${i}`, ground));
  if (type[0] === "map") return {};
  return ground.some === true ? [inventType(type[1], singular(name), { seed: ground.seed.within(name), some: true })] : [];
}

export function inventAttribute(attribute: AttributeSchema, name: string, ground: Ground): Value {
  if (attribute.nested_type === undefined) return inventType(attribute.type ?? "dynamic", name, ground);
  // What a person may set and did not is mostly not there.
  if (attribute.optional === true) return null;
  const mode = attribute.nested_type.nesting_mode;
  const inner = { ...ground, seed: ground.seed.within(name) };
  if (mode === "single" || mode === "group") return inventObject(shapeOf(attribute.nested_type), inner);
  if (mode === "map") return {};
  return ground.some === true ? [inventObject(shapeOf(attribute.nested_type), { seed: inner.seed, some: true })] : [];
}

const singular = (name: string): string => name.replace(/s$/, "");

function inventObject(shape: Shape, ground: Ground): ObjectValue {
  const object: Record<string, Value> = {};
  for (const name of shape.names) {
    const attribute = shape.attributes[name];
    object[name] = attribute === undefined || attribute.write_only === true ? null : inventAttribute(attribute, name, ground);
  }
  return object;
}
