import type { Refusal } from "../rule/rule.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { members } from "../values/sets.ts";
import type { Value } from "../values/value.ts";

/** Whether OpenTofu encrypts the state and refuses to write it otherwise: `terraform.encryption.state` with `enforced`, as the backend's view gives it. */
export function isSealed(subject: Subject): boolean {
  const enforced = ["encryption.state.enforced", "encryption[].state[].enforced"].flatMap((path) => subject.read(path));
  return enforced.length > 0 && enforced.some(({ value }) => (members(value) ?? []).length === 1 && members(value)?.[0] === true);
}

/**
 * Whether other stacks' states are read only if they are encrypted: `terraform.encryption.remote_state_data_sources` names methods that encrypt, for
 * all and for those that it names, and nothing else to fall back upon. OpenTofu then refuses a state in clear.
 */
export function readsSealedOnly(backend: Subject | undefined): boolean {
  const base = "encryption.remote_state_data_sources";
  if (backend === undefined || !encrypts(backend, `${base}.default`)) return false;
  const named = `${base}.remote_state_data_source[]`;
  return !isPresent(backend, named) || encrypts(backend, named);
}

const isPresent = (subject: Subject, path: string): boolean => subject.read(path).some(({ value }) => value.kind !== "absent");

/** Whether a target's method encrypts, and each that it falls back upon. */
function encrypts(backend: Subject, target: string): boolean {
  const methods = backend.read(`${target}.method`);
  const own = backend.read(target).filter(({ value }) => value.kind !== "absent");
  if (methods.length < Math.max(1, own.length) || !methods.every(({ value }) => isEncrypting(value))) return false;
  return !isPresent(backend, `${target}.fallback`) || encrypts(backend, `${target}.fallback`);
}

/** In JSON a method is named as a text: OpenTofu 1.12 takes no template there. */
function isEncrypting(value: Value): boolean {
  const referred = value.chain.map(({ at }) => at).filter((at) => at.startsWith("method."));
  const names = referred.length > 0 ? referred : (members(value) ?? []);
  return names.length > 0 && names.every((name) => typeof name === "string" && /^method\.(?!unencrypted\.)\w+\.\w+$/.test(name));
}

/** An attribute of a backend that gives its state away when its text is like this. */
interface Leak {
  readonly path: string;
  readonly when: RegExp;
  readonly because: string;
  readonly want: string;
  /** Harmless for what the engine encrypts itself. */
  readonly unlessSealed?: true;
  /** An address: one that is not known is refused for its place already. */
  readonly address?: true;
}

const clear = (path: string): Leak => ({ path, when: /^http:/i, because: "state travels in clear", want: "https", address: true });
const unchecked = (path: string): Leak => ({
  path,
  when: /^(true|1)$/,
  because: "nobody checks who answers, so that anybody on the way can",
  want: `${path} = false`,
});

const LEAKS: Readonly<Record<string, readonly Leak[]>> = {
  s3: [
    clear("endpoints.s3"),
    clear("endpoint"),
    unchecked("insecure"),
    { path: "encrypt", when: /^false$/, because: "state is stored in clear", want: "encrypt = true", unlessSealed: true },
  ],
  http: [clear("address"), clear("lock_address"), clear("unlock_address"), unchecked("skip_cert_verification")],
  consul: [clear("address"), { path: "scheme", when: /^http$/i, because: "state travels in clear", want: "https" }],
  kubernetes: [clear("host"), unchecked("insecure")],
  pg: [
    {
      path: "conn_str",
      when: /sslmode\s*=\s*disable/,
      because: "state travels in clear: sslmode=disable",
      want: "sslmode=verify-full",
      address: true,
    },
  ],
};

/** What gives a state away: on the way, where it lies, or by a program that the backend runs. */
export function inClear(subject: Subject, prefix: string, type: string): readonly Refusal[] {
  const leaks = Object.hasOwn(LEAKS, type) ? (LEAKS[type] ?? []) : [];
  const found = leaks.flatMap(({ path, when, because, want, unlessSealed, address }) =>
    unlessSealed === true && isSealed(subject)
      ? []
      : subject.read(`${prefix}${path}`).flatMap(({ path: at, value }) =>
          candidates(value).flatMap((one): readonly Refusal[] => {
            if (one.is === "unknown" && address !== true)
              return [{ verdict: "undecided", because: `${at} is not known: ${one.cause}`, want, fix: `write ${want} in ${at}`, path: at }];
            // A connection string holds a password, which is nobody's to print.
            return one.is === "text" && when.test(one.text)
              ? [{ because, want, fix: `write ${want} in ${at}`, path: at, ...(type !== "pg" && { value: one.text }) }]
              : [];
          }),
        ),
  );
  return [...found, ...(type === "consul" ? consulInClear(subject, prefix) : []), ...programs(subject, prefix, type)];
}

/** Consul's client speaks plain HTTP to an address without a scheme, unless told otherwise. */
function consulInClear(subject: Subject, prefix: string): readonly Refusal[] {
  if (texts(subject, `${prefix}scheme`).length > 0) return [];
  return texts(subject, `${prefix}address`)
    .filter(({ text }) => !text.includes("://"))
    .map(({ path, text }) => ({
      because: "state travels in clear",
      want: "https",
      fix: `set ${prefix}scheme to https`,
      path,
      value: text,
    }));
}

/** A cluster may be asked with what a program answers. */
function programs(subject: Subject, prefix: string, type: string): readonly Refusal[] {
  if (type !== "kubernetes") return [];
  const [program] = subject.read(`${prefix}exec[].command`);
  const path = `${prefix}exec`;
  return program === undefined
    ? []
    : [{ verdict: "undecided", because: "a program of yours logs in to where state is kept", fix: `leave out ${path}`, path }];
}

function texts(subject: Subject, path: string): readonly { readonly path: string; readonly text: string }[] {
  return subject
    .read(path)
    .flatMap((reading) => candidates(reading.value).flatMap((one) => (one.is === "text" ? [{ path: reading.path, text: one.text }] : [])));
}

/** A key that stands in the configuration opens what it closes to whoever reads the configuration. */
export function keysInClear(subject: Subject): readonly Refusal[] {
  return texts(subject, "encryption.key_provider.pbkdf2[].passphrase").map(({ path }) => ({
    because: "the passphrase of its encryption stands in the configuration",
    want: "a passphrase that is given when the engine runs",
    fix: `let ${path} refer to a sensitive variable without default`,
    path,
  }));
}
