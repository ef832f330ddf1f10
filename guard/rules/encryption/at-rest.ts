import type { EncryptionReading } from "../../../clouds/contract/index.ts";
import { levelOf } from "../../asking/acceptance.ts";
import { placedBeside } from "../../hearing/companions.ts";
import type { Hearing } from "../../hearing/hearing.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Note, notApplicable, note, nothingToJudge, type Refusal } from "../../rule/rule.ts";
import { type Candidate, candidates } from "../../subject/decide.ts";
import type { Reading, Subject } from "../../subject/infrastructure.ts";

export default defineRule({
  id: "encryption/at-rest",
  title: "What keeps data keeps it encrypted",
  why: "A disk that leaves the data centre, a backup that is read by a stranger, a snapshot that is shared by mistake: encryption makes each of them harmless.",
  controls: ["KEY-1", "C5:CRY-03", "SecNumCloud:10.1.a", "NIS2-IR:9.2.a", "DORA:9.4.d"],
  on: "resource",
  when: ({ reading }) => reading?.encryption !== undefined && reading.encryption.by !== "none",
  /**
   * What is accepted: `proved`, an attribute says it; `claimed`, or the operator says it of the service; `shown`, or the provider has no attribute
   * and the operator makes no claim, in which case the finding says that nothing is shown.
   */
  options: { accept: "shown" },
  check(_resource, { accept }, { hearing, subject, reading }) {
    const how = reading?.encryption;
    if (how === undefined || how.by === "none") return nothingToJudge;
    const level = levelOf("encryption/at-rest", accept);
    switch (how.by) {
      case "attribute":
        return all(proof(subject, how));
      case "operator":
        return level < 2
          ? note(`encrypted at rest by the operator's own claim, not by an attribute: ${how.claim} (${how.source}, read ${how.seen})`, {
              shows: "claim",
              claim: { source: how.source, seen: how.seen },
            })
          : {
              verdict: "undecided",
              because: `only the operator claims that it is encrypted: ${how.claim}`,
              want: "an attribute that proves it",
              fix: "use a resource whose encryption can be asked for, or waive this one by its address",
            };
      case "companion":
        return beside(hearing, subject, how, level);
      case "nothing":
        return notShown(how.because, level);
    }
  },
  examples: {
    passes: { "a bucket with encryption": bucket({ encryption: { sse_algorithm: "AES256" } }) },
    fails: {
      "a bucket without": bucket({}),
      "a bucket with another word": bucket({ encryption: { sse_algorithm: "none" } }),
    },
    undecided: {
      "a bucket with whatever a variable says": { variable: { sse: {} }, ...bucket({ encryption: { sse_algorithm: "${var.sse}" } }) },
    },
  },
});

function bucket(more: Readonly<Record<string, Record<string, string>>>) {
  return { resource: { ovh_cloud_project_storage: { b: { service_name: "abc", name: "media", region_name: "GRA", ...more } } } };
}

function notShown(why: string, level: number): Refusal | Note {
  const because = `encryption at rest is not shown: ${why}`;
  if (level < 1) return notApplicable(because, { shows: "nothing" });
  const want = level === 2 ? "an attribute that proves it" : "an attribute that proves it, or a claim of the operator";
  return { verdict: "undecided", because, want, fix: "use a resource whose encryption can be asked for, or waive this one by its address" };
}

function beside(
  hearing: Hearing,
  subject: Subject,
  { type, path }: Extract<EncryptionReading, { by: "companion" }>,
  level: number,
): Refusal | Note {
  const found = placedBeside(hearing, subject, type, path);
  if (found === "there") return note(`encrypted at rest by the ${type} that belongs to it`);
  const why = found === "missing" ? `no ${type} belongs to it.` : `whether an ${type} belongs to it is not known.`;
  return notShown(why, level);
}

type ByAttribute = Extract<EncryptionReading, { by: "attribute" }>;

function proof(subject: Subject, how: ByAttribute): readonly (Refusal | Note)[] {
  const first = subject.read(how.path);
  const values = [...first, ...(how.also ?? []).flatMap((path) => subject.read(path))];
  if (first.length === 0) return [...silence(how, how.path), ...doubts(how, values)];
  return doubts(how, values);
}

function doubts(how: ByAttribute, values: readonly Reading[]): readonly (Refusal | Note)[] {
  // What is simply so is passed over: it is the answer of nearly every resource.
  const doubtful = values.filter(({ value }) => value.kind !== "known" || typeof value.value !== "string" || !proves(how, value.value));
  return doubtful.flatMap(({ path, value }) => candidates(value).flatMap((one) => ruling(how, path, one)));
}

function ruling(how: ByAttribute, path: string, one: Candidate): readonly (Refusal | Note)[] {
  if (one.is === "absent") return silence(how, path);
  if (one.is === "text" && proves(how, one.text)) return [];
  const { chain } = one;
  // A reference to a key will be a key, whichever it is.
  if (one.is === "unknown" && how.when === "present" && (one.refs.length > 0 || one.isObject)) return [];
  if (one.is === "unknown")
    return [{ verdict: "undecided", because: `whether it is encrypted is not known: ${one.cause}`, ...remedy(how, path), path, chain }];
  const because = `is not encrypted at rest: ${path} is ${one.sensitive ? "another value" : one.text}`;
  return [{ because, ...remedy(how, path), path, value: one.text, chain }];
}

function silence(how: ByAttribute, path: string): readonly (Refusal | Note)[] {
  return how.absent
    ? [
        note(`encrypted at rest unless told otherwise (${how.source}, read ${how.seen})`, {
          path,
          shows: "claim",
          claim: { source: how.source, seen: how.seen },
        }),
      ]
    : [{ because: `is not encrypted at rest: ${path} is not set`, ...remedy(how, path), path }];
}

/** A text that says so; whatever is written, where anything does. */
const proves = ({ when }: ByAttribute, text: string): boolean =>
  when === "present" ? text !== "" : when.some((good) => String(good) === text);

function remedy({ path, when }: ByAttribute, at: string): Pick<Refusal, "want" | "fix" | "edit"> {
  if (when === "present") return { want: `${path} with a key`, fix: `set ${path} to the key that encrypts it` };
  return {
    want: `${path} = ${when.map((value) => JSON.stringify(value)).join(" or ")}`,
    fix: `set ${path} to ${JSON.stringify(when[0])}`,
    // Which of several ways to encrypt is nothing that a program decides.
    ...(when[0] !== undefined && when.length === 1 && { edit: { path: at, value: when[0] } }),
  };
}
