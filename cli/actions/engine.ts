import { EngineError } from "../../catalogue/errors.ts";
import { explainMissing, findEngine, TITLES } from "../../engines/index.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";

export interface EngineOptions {
  readonly json?: boolean;
  readonly install?: boolean;
}

export async function engine({ json, install }: EngineOptions): Promise<Exit> {
  const search = await findEngine({
    fetch: install === true,
    say: (line) => {
      process.stderr.write(`${line}\n`);
    },
  });
  if (json) printJson(search);
  if (search.engine === null) throw new EngineError(explainMissing(search));
  if (json) return 0;
  for (const { from, tried, outcome, because } of search.why)
    print(`${mark(outcome)} ${from}${tried === null ? "" : ` (${tried})`}: ${because}`);
  print(`\nUsed: ${TITLES[search.engine.kind]} ${search.engine.version}, ${search.engine.path} (${search.engine.from})`);
  return 0;
}

/** Readable without colour. */
const mark = (outcome: string): string => (outcome === "used" ? "*" : "-");
