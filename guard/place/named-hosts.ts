import type { Hearing } from "../hearing/hearing.ts";
import { whoAnswers } from "../operator/endpoints.ts";
import type { Refusal } from "../rule/rule.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { endpointRefusal } from "./sending.ts";

/** The host of a URL, or a name that looks like one, in a text of any kind. */
const HOST = /\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\b/gi;

/**
 * Whether the texts at these paths name, written out, a host that answers from where nothing is approved. What a command or a program does nobody
 * knows; whom it asks may stand in it. Only what is written there itself counts, so that every view says the same.
 */
export function namesElsewhere(hearing: Hearing, subject: Subject, paths: readonly string[]): Refusal | undefined {
  for (const path of paths)
    for (const reading of subject.read(path))
      for (const one of candidates(reading.value)) {
        if (one.is !== "text" || one.sensitive || one.chain.length > 1) continue;
        for (const [host] of one.text.slice(0, LONGEST).matchAll(HOST)) {
          if (whoAnswers(hearing, host, undefined) === undefined) continue;
          const refusal = endpointRefusal(hearing, "request", { code: host, path: reading.path, chain: one.chain });
          if (refusal !== undefined && refusal.verdict === undefined)
            return { ...refusal, path: reading.path, value: host, chain: one.chain };
        }
      }
  return undefined;
}

/** A script that is longer than this names its hosts at the beginning, or is not for people to read. */
const LONGEST = 20_000;
