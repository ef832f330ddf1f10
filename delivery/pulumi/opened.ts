import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { EngineError } from "../../catalogue/errors.ts";
import { saidIn } from "../../engines/pulumi/run.ts";
import { type Infrastructure, type Json, judge, type Policy, type Report } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import type { PulumiOutcome, PulumiWork } from "./session.ts";
import { stateStore } from "./store.ts";

/** The stack's state before the work, or what became of the stack instead. */
export type Opened = { readonly state: Json } | { readonly instead: PulumiOutcome };

/**
 * Judges where the state is kept and who keeps its key, and finds the stack there. Its settings stand in the project's folder, as `pulumi config` keeps them.
 *
 * @param make whether a stack that is not there is made; else there is nothing to do
 */
export async function opened(work: PulumiWork, make: boolean): Promise<Opened> {
  const { stack, policy, backend, secrets, env } = work;
  if (backend !== null) {
    const store = judged([stateStore(backend, secrets, env)], policy, ["state"]);
    if (store.verdict === "refused") return refused(stack, "its state would be kept outside of what the policy approves", store);
    const named = keeperIn(work);
    const own = named === undefined ? undefined : judged([stateStore(backend, named, env)], policy, ["state"]);
    if (own?.verdict === "refused")
      return refused(stack, `the stack's own settings would have its key kept outside of what the policy approves`, own);
  }
  if (!(await selected(work, make))) return { instead: { stack, outcome: "unchanged", because: "it is not deployed" } };
  const state = await work.run.exported();
  const kept = judged([readPulumi(state, `the state of ${stack}`)], policy, ["state"]);
  return kept.verdict === "refused" ? refused(stack, "the key of its state is kept outside of what the policy approves", kept) : { state };
}

const refused = (stack: string, because: string, report: Report) => ({ instead: { stack, outcome: "refused", because, report } }) as const;

/** A waiver may be for another part: the store, the key, what is made. */
export const judged = (what: readonly Infrastructure[], policy: Policy, rules?: readonly string[]): Report =>
  judge(what, policy, { partial: true, ...(rules !== undefined && { rules }) });

/** Whether anything exists: a stack by itself is a name. */
export const isEmpty = (state: Json): boolean =>
  !((state as Deployed).deployment?.resources ?? []).some(({ type, custom }) => custom === true && !type.startsWith("pulumi:providers:"));

interface Deployed {
  readonly deployment?: { readonly resources?: readonly { readonly type: string; readonly custom?: boolean }[] };
}

/** Who keeps the key from the next update on: what the stack's settings say counts more than the command line. */
function keeperIn({ folder, stack, rehearsal }: PulumiWork): string | undefined {
  const cwd = rehearsal?.folder ?? folder;
  const { stackConfigDir } = settingsIn(join(cwd, "Pulumi.yaml"));
  const file = `Pulumi.${stack.split("/").at(-1)}.yaml`;
  const { secretsprovider } = settingsIn(join(cwd, typeof stackConfigDir === "string" ? stackConfigDir : ".", file));
  return typeof secretsprovider === "string" && secretsprovider !== "" ? secretsprovider : undefined;
}

function settingsIn(file: string): Readonly<Record<string, unknown>> {
  const said: unknown = existsSync(file) ? parse(readFileSync(file, "utf8")) : {};
  return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {};
}

async function selected({ run, folder, project, secrets, rehearsal }: PulumiWork, make: boolean): Promise<boolean> {
  const file = join(rehearsal?.folder ?? folder, "Pulumi.yaml");
  if (!existsSync(file)) writeFileSync(file, stringify({ name: project, runtime: "nodejs", main: "." }));
  const keeper = rehearsal === undefined ? ["--secrets-provider", secrets] : [];
  const made = await run.command(["stack", "select", ...(make ? ["--create", ...keeper] : [])]);
  if (made.code === 0) return true;
  if (!make && /no stack named/.test(`${made.stdout}${made.stderr}`)) return false;
  throw new EngineError(`pulumi stack select failed.\n${saidIn(made)}`);
}
