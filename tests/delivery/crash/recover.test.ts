import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Lost } from "../../../delivery/crash/lost.ts";
import { openMark, openMarks } from "../../../delivery/crash/open-mark.ts";
import { recover } from "../../../delivery/crash/recover.ts";
import { recordsIn, type Statement } from "../../../delivery/records/index.ts";
import type { Seat } from "../../../delivery/step/step.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { testSigner } from "../run/project.ts";
import { statementsOf } from "./statements.ts";

const line = (message: object): string => `${JSON.stringify({ "@level": "info", "@message": "said", ...message })}\n`;
const hook = (type: string, addr: string): string =>
  line({ type, hook: { resource: { addr }, action: "create", id_key: "id", id_value: `id-of-${addr}` } });

/** A run that was killed while its engine applied `shop`, and what that engine said until it ended. */
function killed(said: string) {
  const top = scratch();
  const folder = (name: string): string => {
    const path = join(top, name);
    mkdirSync(path);
    return path;
  };
  const [open, runs, cwd, papers] = ["open", "runs", "stack", "papers"].map(folder) as [string, string, string, string];
  const log = join(papers, "apply.log");
  const pidFile = join(papers, "apply.pid");
  writeFileSync(log, said);
  // A number that no process has.
  writeFileSync(pidFile, "999999999");
  const records = join(top, "records");
  const statement = { subject: [], predicate: { step: "deploy", outcome: "planned", run: { id: "r", ended: "2026-11-28T00:00:00Z" } } };
  openMark(open, {
    stack: "shop",
    command: "deploy",
    statement: statement as unknown as Statement,
    planFile: join(papers, "shop.tfplan"),
    log,
    pidFile,
    stateFile: null,
    records,
  });
  const remembered: (readonly [stack: string, lost: readonly Lost[], marks: readonly string[]])[] = [];
  const told: string[] = [];
  const seat = { stack: "shop", cwd, papers, stateFile: null, engine: { path: "/nowhere/engine" }, env: {} } as unknown as Seat;
  return {
    cwd,
    papers,
    open,
    told,
    remembered,
    outcomes: () => statementsOf(recordsIn(records)).map(({ outcome }) => outcome),
    recover: () =>
      recover({
        open,
        runs,
        signer: testSigner(),
        pulled: async () => null,
        seat: () => seat,
        remember: (stack, lost) => void remembered.push([stack, lost, readdirSync(open)]),
        say: (text) => void told.push(text),
        signal: new AbortController().signal,
      }),
  };
}

it("a state that the engine of a killed run could not store is brought into safety, and what it holds counts as lost until it is in its place", async () => {
  const failed = line({ type: "diagnostic", diagnostic: { severity: "error", summary: "Failed to persist state to backend" } });
  const here = killed(hook("apply_start", "x.made") + hook("apply_complete", "x.made") + failed);
  writeFileSync(join(here.cwd, "errored.tfstate"), "encrypted");
  await here.recover();
  const file = join(here.papers, "errored.tfstate");
  expect([readFileSync(file, "utf8"), existsSync(join(here.cwd, "errored.tfstate"))]).toEqual(["encrypted", false]);
  // Before the mark goes: killed in between, the next run finds one of the two.
  expect(here.remembered).toEqual([["shop", [{ address: "x.made", id: "id-of-x.made", why: "not-stored", file }], ["shop.json"]]]);
  expect([here.outcomes(), readdirSync(here.open)]).toEqual([["failed"], []]);
  expect(here.told).toEqual([expect.stringContaining(`terroir state restore shop ${file}`)]);
});

it("of a run whose engine came to its end nothing is lost", async () => {
  const here = killed(
    hook("apply_start", "x.made") + hook("apply_complete", "x.made") + line({ type: "change_summary", changes: { operation: "apply" } }),
  );
  await here.recover();
  expect([here.remembered, here.outcomes()]).toEqual([[["shop", [], ["shop.json"]]], ["applied"]]);
});

it.each(["", "{", "null", "{}", '{"stack":"shop"}'])("a mark that says %j is named, with what to look at", (text) => {
  const folder = scratch();
  writeFileSync(join(folder, "shop.json"), text);
  expect(() => openMarks(folder)).toThrow(/shop\.json cannot be read[\s\S]*apply\.log of shop[\s\S]*delete this file, and run again/);
});
