import { declared } from "../hearing/environment.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { hostOfConnection, withoutLogin, withoutTexts } from "../operator/connection-host.ts";
import { type Answerer, approvedHost, whoAnswers } from "../operator/endpoints.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { type Chain, isSensitive } from "../values/value.ts";
import { BACKENDS, type Service } from "./backend-kinds.ts";

/** Where state is kept, one possibility; or a host that relays it. */
export type Store = { readonly relays?: true } & (
  | { readonly is: "file"; readonly path: string; readonly text: string | null; readonly absolute: boolean; readonly chain: Chain }
  | { readonly is: "company"; readonly operator: string; readonly chain: Chain }
  | { readonly is: "address"; readonly path: string; readonly text: string; readonly answerer: Answerer; readonly chain: Chain }
  | { readonly is: "approved"; readonly path: string; readonly text: string; readonly chain: Chain }
  | { readonly is: "stranger"; readonly path: string; readonly text: string; readonly chain: Chain }
  | { readonly is: "unknown"; readonly path: string; readonly cause: string; readonly chain: Chain; readonly told?: true }
);

/** Every place in which a backend can keep its state, and every one that it calls for it. `prefix`: where its arguments stand, `config.` in a remote state. */
export function storesOf(hearing: Hearing, subject: Subject, type: string, prefix = ""): readonly Store[] {
  if (type === "local") return files(subject, prefix);
  const kind = Object.hasOwn(BACKENDS, type) ? BACKENDS[type] : undefined;
  if (kind === undefined) return [{ is: "unknown", path: "", cause: `the catalogue does not know the backend ${type}`, chain: [] }];
  return kind.flatMap((service) => called(hearing, subject, service, prefix, type));
}

function called(hearing: Hearing, subject: Subject, service: Service, prefix: string, type: string): readonly Store[] {
  let said = false;
  const at = (path: string, text: string, chain: Chain): Store => storeOf(hearing, service, type, path, text, chain);
  const found = (service.address ?? []).flatMap((path) =>
    subject.read(`${prefix}${path}`).flatMap((reading) => {
      const possible = candidates(reading.value);
      if (possible.every((one) => one.is !== "absent")) said = true;
      return possible.flatMap((one): readonly Store[] => {
        // An empty proxy is none.
        if (one.is === "absent" || (one.is === "text" && one.text === "" && service.relays)) return [];
        if (one.is === "text") return [at(reading.path, one.text, one.chain)];
        return [{ is: "unknown", path: reading.path, cause: one.cause, chain: one.chain, ...relaying(service) }];
      });
    }),
  );
  // What may be absent leaves the other case to the environment, or to the company whose protocol it is.
  return said ? found : [...found, ...silent(hearing, subject, service, prefix, at)];
}

const relaying = ({ relays }: Service): { readonly relays?: true } => (relays ? { relays } : {});

/** Who is at an address, of which nothing but the host is shown where a password may stand beside it. */
function storeOf(hearing: Hearing, service: Service, type: string, path: string, text: string, chain: Chain): Store {
  const host = type === "pg" ? hostOfConnection(text) : service.relays ? withoutLogin(text) : text;
  return { ...storeAt(hearing, path, host, host === text ? chain : withoutTexts(chain)), ...relaying(service) };
}

/** Whether anything stands there, a block among others. */
function isWritten(subject: Subject, path: string): boolean {
  return subject.read(path).some(({ value }) => candidates(value).some((one) => one.is !== "absent"));
}

/** Who is at an address that the configuration of the state names. */
export function storeAt(hearing: Hearing, path: string, text: string, chain: Chain): Store {
  const answerer = whoAnswers(hearing, text, undefined);
  if (answerer !== undefined) return { is: "address", path, text, answerer, chain };
  return { is: approvedHost(hearing, text) ? "approved" : "stranger", path, text: isSensitive({ chain }) ? "(sensitive)" : text, chain };
}

/** Without an address it is the company's own service; a policy that knows the environment may say otherwise. */
function silent(
  hearing: Hearing,
  subject: Subject,
  { address, operator, env = [], when, needs }: Service,
  prefix: string,
  at: (path: string, text: string, chain: Chain) => Store,
): readonly Store[] {
  const path = `${prefix}${address?.[0] ?? ""}`;
  const said = declared(hearing, env);
  if (said?.is === "set") return [at(path, said.text, [{ at: said.name, text: said.text }, { at: "environment of the policy" }])];
  if (when !== undefined && !when.some((one) => isWritten(subject, `${prefix}${one}`))) return [];
  if (needs !== undefined && subject.kind === "backend" && !isWritten(subject, needs))
    return [{ is: "unknown", path, cause: `its block names no ${needs}, so that init is told the settings`, chain: [], told: true }];
  if (operator !== undefined) return [{ is: "company", operator, chain: [] }];
  const cause =
    env.length > 0 ? `${path} is not written, so the environment variable ${env.join(" or ")} decides` : `${path} is not written`;
  return [{ is: "unknown", path, cause, chain: [] }];
}

function files(subject: Subject, prefix: string): readonly Store[] {
  const readings = ["path", "workspace_dir"].flatMap((name) => subject.read(`${prefix}${name}`));
  const found = readings.flatMap((reading) =>
    candidates(reading.value).flatMap((one): readonly Store[] => {
      if (one.is === "absent") return [];
      if (one.is === "unknown") return [{ is: "unknown", path: reading.path, cause: one.cause, chain: one.chain }];
      return [{ is: "file", path: reading.path, text: one.text, absolute: /^([/\\~]|[A-Za-z]:)/.test(one.text), chain: one.chain }];
    }),
  );
  return found.length > 0 ? found : [{ is: "file", path: "", text: null, absolute: false, chain: [] }];
}
