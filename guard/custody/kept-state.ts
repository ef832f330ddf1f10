import { inSentence, memberCountries, operatorStanding, regionStanding } from "../approvals/approvals.ts";
import { regionOf } from "../approvals/regions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { approvedHost } from "../operator/endpoints.ts";
import type { Refusal } from "../rule/rule.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { type Store, storesOf } from "./backend.ts";
import { keyHolders } from "./state-keys.ts";

/** Where a state is kept, or the key that opens it. */
export interface Kept {
  readonly what: "state" | "its key";
  readonly store: Store;
}

/** What every rule on states answers. */
export const keepElsewhere = {
  want: "a store in an approved place, under an approved operator",
  fix: 'keep state in an approved place: backend "s3" with endpoints.s3 = "https://s3.gra.io.cloud.ovh.net"',
} as const;

const REMOTE_STATE = "terraform_remote_state";

/** Where the arguments of the backend stand that a subject is, or reads. */
export const configured = (subject: Subject): string => (subject.kind === "data" ? "config." : "");

/** Every place in which the state that a subject keeps or reads can be, and its key; nothing for what has to do with none. */
export function keptStates(hearing: Hearing, subject: Subject): readonly (Kept | Refusal)[] {
  const keys = subject.kind === "backend" ? keyHolders(hearing, subject) : [];
  return [
    ...keys.map((store): Kept => ({ what: "its key", store })),
    ...backendsNamed(subject).flatMap((type): readonly (Kept | Refusal)[] =>
      typeof type === "string" ? storesOf(hearing, subject, type, configured(subject)).map((store) => ({ what: "state", store })) : [type],
    ),
  ];
}

/** The same without files on the machine that runs the engine, which are nobody's service. */
export function keptElsewhere(hearing: Hearing, subject: Subject): readonly (Kept | Refusal)[] {
  return keptStates(hearing, subject).filter((one) => !("store" in one) || one.store.is !== "file");
}

/** The types of backend that a subject can be, or read. */
export function backendsNamed(subject: Subject): readonly (string | Refusal)[] {
  if (subject.kind === "backend") return [subject.type];
  if (subject.kind !== "data" || subject.type !== REMOTE_STATE) return [];
  return subject.read("backend").flatMap(({ path, value }) =>
    candidates(value).map((one): string | Refusal =>
      one.is === "text"
        ? one.text
        : {
            verdict: "undecided",
            because: "which backend it reads is not known",
            want: keepElsewhere.want,
            fix: "write backend as a literal",
            path,
            chain: one.chain,
          },
    ),
  );
}

/** What happens to a state at a host. */
const is = ({ relays }: Store): string => (relays ? "is relayed" : "is kept");
const TOLD = "tell the check what init is told: --backend-config FILE, or name=value";
function fixOf(store: Store): string {
  if (store.relays && "path" in store) return `leave out ${store.path}`;
  return store.is === "unknown" && store.told ? `${TOLD}; or ${keepElsewhere.fix}` : keepElsewhere.fix;
}

/** Why nothing more can be said of a store; undefined: somebody is known to keep it. */
function unknownKeeper(store: Store, what: string): Refusal | undefined {
  const { want } = keepElsewhere;
  const { chain } = store;
  if (store.is === "unknown")
    return {
      verdict: "undecided",
      because: `where ${what} ${is(store)} is not known: ${store.cause}`,
      want,
      fix: fixOf(store),
      path: store.path,
      chain,
    };
  if (store.is !== "stranger") return undefined;
  const because = `${what} ${is(store)} at ${store.text}, and the catalogue does not know who answers there`;
  const { path, text: value } = store;
  return { verdict: "undecided", because, want, fix: `${fixOf(store)}; or add the host to the policy's endpoints`, path, value, chain };
}

/** Why whoever keeps a state is refused; undefined: an approved operator does, the policy approves the host, or it is a file. */
export function keeperRefusal({ approvals, knowledge, day }: Hearing, store: Store, what: string): Refusal | undefined {
  if (store.is !== "company" && store.is !== "address") return unknownKeeper(store, what);
  const id = store.is === "company" ? store.operator : store.answerer.operator;
  const operator = knowledge.operator(id, day);
  const standing = operator && operatorStanding(approvals, operator, day);
  if (standing?.approved === true) return undefined;
  const because = `${what} ${is(store)} by ${operator?.name ?? id}: ${standing?.because ?? "the catalogue does not know it"}`;
  return { because, ...keepElsewhere, fix: fixOf(store), ...standsAt(store), chain: store.chain };
}

/** Why the place of a state is refused, whoever keeps it; undefined: it is approved, or a file on the machine that runs. */
export function keptPlaceRefusal(hearing: Hearing, store: Store, what: string): Refusal | undefined {
  if (store.is !== "company" && store.is !== "address") return unknownKeeper(store, what);
  const { approvals, knowledge, day } = hearing;
  const at = { ...keepElsewhere, fix: fixOf(store), ...standsAt(store), chain: store.chain };
  if (store.is === "company") {
    const name = knowledge.operator(store.operator, day)?.name ?? store.operator;
    return { verdict: "undecided", because: `${what} ${is(store)} by ${name}, and nothing says where`, ...at };
  }
  const { facts, region: code, country } = store.answerer;
  const region = facts === undefined || code === undefined ? undefined : regionOf(facts, code);
  if (region !== undefined && facts !== undefined) {
    const place = regionStanding(approvals, facts, region, day);
    return place.approved ? undefined : { because: `${what} ${is(store)} in ${region.city}: ${place.because}`, ...at };
  }
  // Of an approved company's host that says no place, the policy may say that it is meant.
  if (country === undefined && approvedHost(hearing, store.text)) return undefined;
  if (country === undefined)
    return { verdict: "undecided", because: `${what} ${is(store)} at ${store.text}, which says nothing of the place`, ...at };
  return memberCountries(approvals.countries, day).includes(country)
    ? undefined
    : { because: `${what} ${is(store)} in ${inSentence(country)}`, ...at };
}

const standsAt = (store: Extract<Store, { is: "company" | "address" }>): { readonly path?: string; readonly value: string } =>
  store.is === "company" ? { value: store.operator } : { path: store.path, value: store.text };
