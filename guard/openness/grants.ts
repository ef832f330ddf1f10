import type { GrantReading } from "../../clouds/contract/index.ts";
import type { Refusal } from "../rule/rule.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { members } from "../values/sets.ts";
import { parsedDocument, statementsOf } from "./s3-policy.ts";

const want = "the actions that are needed, by name";

/** Rights that an attribute grants and that are all rights. What cannot be read is refused. */
export function wideGrants(subject: Subject, grant: GrantReading): readonly Refusal[] {
  return grant.form === "policy-document" ? inDocument(subject, grant) : named(subject, grant);
}

function named(subject: Subject, { path: where, wide, remedy: fix }: GrantReading): readonly Refusal[] {
  return subject.read(where).flatMap(({ path, value }) =>
    candidates(value).flatMap((one): readonly Refusal[] => {
      if (one.is === "absent") return [];
      if (one.is === "unknown")
        return [{ verdict: "undecided", because: `which rights it grants is not known: ${one.cause}`, want, fix, path, chain: one.chain }];
      const isWide = wide.some((all) => all.toLowerCase() === one.text.toLowerCase());
      return isWide ? [{ because: `grants every right: ${one.text}`, want, fix, path, value: one.text, chain: one.chain }] : [];
    }),
  );
}

function inDocument(subject: Subject, { path: where, remedy: fix }: GrantReading): readonly Refusal[] {
  return subject.read(where).flatMap(({ path, value }): readonly Refusal[] => {
    const { chain } = value;
    if (value.kind === "unknown")
      return [{ verdict: "undecided", because: `which rights it grants is not known: ${value.cause}`, want, fix, path, chain }];
    return (members(value) ?? []).flatMap((json): readonly Refusal[] => {
      if (json === null || json === "") return [];
      const document = parsedDocument(json);
      if (document === undefined)
        return [{ verdict: "undecided", because: `its ${path} is no policy document in JSON`, want, fix, path, chain }];
      return statementsOf(document).flatMap((statement) => {
        if (statement["Effect"] !== "Allow") return [];
        // "Everything but these" is nearly everything.
        if (Object.hasOwn(statement, "NotAction"))
          return [{ because: "grants every right but those that it names", want, fix, path, chain }];
        const actions = [statement["Action"] ?? []].flat();
        const all = actions.find((action) => typeof action === "string" && /^(?:\*|[\w-]+:\*)$/.test(action));
        return typeof all === "string" ? [{ because: `grants every right: ${all}`, want, fix, path, value: all, chain }] : [];
      });
    });
  });
}
