import type { Sending } from "../../clouds/contract/index.ts";
import { inSentence, memberCountries, operatorStanding } from "../approvals/approvals.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { isPrivateBlock } from "../openness/addresses.ts";
import { approvedHost, whoAnswers } from "../operator/endpoints.ts";
import { cloudsAnswering } from "../operator/operator.ts";
import type { Refusal } from "../rule/rule.ts";
import { counts } from "../subject/beside.ts";
import { type Candidate, candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { isSensitive } from "../values/value.ts";
import { special } from "./codes.ts";
import { locate, locateAsParent, pointedAt, type Spot, spotsNamed, whenSilent } from "./index.ts";
import { spotRefusal } from "./refusal.ts";

/** Where an attribute sends data: a place to be judged, or a plain refusal. */
export type Sent = { readonly is: "spot"; readonly spot: Spot } | { readonly is: "refused"; readonly refusal: Refusal };

/** Everything that one sending attribute can mean. */
export function sendings(hearing: Hearing, subject: Subject, sending: Sending): readonly Sent[] {
  const { path, means, absent, of, always = false } = sending;
  const silence = (): readonly Sent[] => (absent === undefined ? [] : spots(silentSpots(hearing, subject, sending)));
  if (path === "") return silence();
  const all = subject.read(path);
  const readings = all.filter((reading) => counts(subject, sending.where, reading.path));
  const inList = path.includes("[].") && !always;
  if (readings.length === 0 && (inList || all.length > 0)) return [];
  const possible = readings.flatMap((reading) => candidates(reading.value).map((one) => ({ at: reading.path, one })));
  const wishes = possible.flatMap(({ one }) => (one.is === "text" ? (special(sending.special, one.text) ?? []) : []));
  const written = possible.filter(
    ({ one }) => one.is !== "absent" && !(one.is === "text" && special(sending.special, one.text) !== undefined),
  );
  // A list without entries sends nothing; an entry that is silent may.
  const quiet = (possible.length === 0 && !inList) || possible.some(({ one }) => one.is === "absent");
  const silent = [...(quiet ? silence() : []), ...wishes.flatMap((absent) => spots(silentSpots(hearing, subject, { ...sending, absent })))];
  if (means === "reference") {
    const found =
      written.length === 0 ? undefined : pointedAt(hearing, subject, path, of, (target) => locateAsParent(hearing, target), sending.named);
    return [...silent, ...spots(found?.is === "somewhere" ? found.spots : [])];
  }
  return [...silent, ...written.flatMap(({ at, one }) => sent(hearing, subject, sending, at, one))];
}

function silentSpots(hearing: Hearing, subject: Subject, { path, absent }: Sending): readonly Spot[] {
  const located = whenSilent(hearing, subject, cloudsAnswering(hearing, subject), path, absent, () => locate(hearing, subject));
  return located.is === "somewhere" ? located.spots : [];
}

function sent(hearing: Hearing, subject: Subject, sending: Sending, path: string, one: Candidate): readonly Sent[] {
  const { means, kind } = sending;
  if (one.is === "absent") return [];
  if (one.is === "unknown") {
    const owner = means === "address" || means === "endpoint" ? ownerOf(hearing, sending, path, one.refs) : undefined;
    if (owner !== undefined) return spots(owner);
    const because = `where its ${kind} goes is not known: ${one.cause}`;
    return [{ is: "refused", refusal: { verdict: "undecided", because, fix: `write ${path} as a literal`, path, chain: one.chain } }];
  }
  const written = { code: one.text, path, chain: one.chain };
  if (means === "region" || means === "area")
    return cloudsAnswering(hearing, subject).flatMap((facts) => {
      const found = spotsNamed(facts, written, means);
      return means === "area" ? found.flatMap((spot) => areaRefused(hearing, spot, path)) : spots(found);
    });
  const refusal = means === "endpoint" ? endpointRefusal(hearing, kind, written) : addressRefusal(hearing, kind, written);
  return refusal === undefined ? [] : [{ is: "refused", refusal: { ...refusal, path, value: one.text, chain: one.chain } }];
}

/** Areas are all that can be asked for: no region would help. */
function areaRefused(hearing: Hearing, spot: Spot, path: string): readonly Sent[] {
  const refusal = spotRefusal(hearing, spot);
  const fix = `take the area out of ${path.replace(/\[\d+\]$/, "")}, or waive it by its address`;
  return refusal === undefined ? spots([spot]) : [{ is: "refused", refusal: { ...refusal, fix } }];
}

/** The address of something in this infrastructure, of a type whose own it is: it is where that is. */
function ownerOf(hearing: Hearing, { of = [] }: Sending, path: string, refs: readonly string[]): readonly Spot[] | undefined {
  const targets = refs.map((ref) =>
    hearing
      .subjectsAt(ref)
      .filter(({ kind, type }) => (kind === "resource" && of.includes(type)) || (kind === "data" && of.includes(`data.${type}`))),
  );
  if (refs.length === 0 || targets.some((found) => found.length === 0)) return undefined;
  const located = targets.flat().map((target) => ({ target, at: locateAsParent(hearing, target) }));
  if (located.some(({ at }) => at.is !== "somewhere")) return undefined;
  return located.flatMap(({ target, at }) =>
    at.is === "somewhere" ? at.spots.map((spot) => ({ ...spot, path, via: target.address })) : [],
  );
}

type Written = Pick<Extract<Spot, { is: "stranger" }>, "code" | "path" | "chain">;

/** Why an address is refused that something goes to; undefined: it is approved. */
export function endpointRefusal(hearing: Hearing, kind: string, { code, path, chain }: Written): Refusal | undefined {
  const { approvals, day, knowledge } = hearing;
  if (approvedHost(hearing, code)) return undefined;
  const fix = `set ${path} to an address in an approved place, or add its host to the policy's endpoints`;
  const answerer = whoAnswers(hearing, code, undefined);
  const shown = isSensitive({ chain }) ? "an address" : code;
  if (answerer === undefined)
    return { verdict: "undecided", because: `its ${kind} goes to ${shown}, and the catalogue does not know who answers there`, fix };
  const operator = knowledge.operator(answerer.operator, day);
  const standing = operator && operatorStanding(approvals, operator, day);
  if (standing === undefined || !standing.approved)
    return {
      because: `its ${kind} goes to ${operator?.name ?? answerer.operator}: ${standing?.because ?? "the catalogue does not know it"}`,
      fix,
    };
  if (answerer.country === undefined)
    return { verdict: "undecided", because: `its ${kind} goes to ${shown}, which says nothing of the place`, fix };
  if (!memberCountries(approvals.countries, day).includes(answerer.country))
    return { because: `its ${kind} goes to ${inSentence(answerer.country)}`, fix };
  return undefined;
}

/** A private address stays within its network, which has a place of its own. */
function addressRefusal(hearing: Hearing, kind: string, { code, path }: Written): Refusal | undefined {
  if (isPrivateBlock(code) || approvedHost(hearing, code)) return undefined;
  const because = `its ${kind} goes to the public address ${code}, which can be anywhere`;
  return { verdict: "undecided", because, fix: `set ${path} to a private address` };
}

const spots = (found: readonly Spot[]): readonly Sent[] => found.map((spot) => ({ is: "spot", spot }));
