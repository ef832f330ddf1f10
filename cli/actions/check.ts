import { existsSync } from "node:fs";
import { relative } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { Format } from "../../evidence/index.ts";
import { inCI } from "../../guard/in-ci.ts";
import { definePolicy, judge, type Policy, profileNamed, type Report } from "../../guard/index.ts";
import { dayFrom } from "../day.ts";
import type { Exit } from "../exit.ts";
import { infrastructuresAt } from "../input/index.ts";
import { settingsTold, valuesTold } from "../input/values-told.ts";
import { print } from "../io/print.ts";
import { printReport } from "../io/report.ts";
import { policyFor } from "../policy-file.ts";
import { readProject } from "../project.ts";
import type { ToldOption } from "../told-variables.ts";

export interface CheckOptions {
  readonly policy?: string;
  readonly profile?: string;
  readonly asOf?: string;
  readonly rules?: string;
  readonly format: Format;
  readonly json?: boolean;
  readonly views?: boolean;
  readonly engine?: string;
  readonly told?: readonly ToldOption[];
  readonly settings?: readonly string[];
  readonly workspace?: string;
  readonly code?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** Judges everything that was named, together. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<Exit> {
  if (options.dryRun === true && options.fix !== true)
    throw new InputError("--dry-run says what --fix would change. Write both: terroir check --fix --dry-run");
  const format = options.json === true ? "json" : options.format;
  const policy = withProfiles(await policyFor(options.policy), options.profile);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const { engine, workspace, code } = options;
  const input = { engine, workspace, code, say, told: valuesTold(options.told ?? []), backend: settingsTold(options.settings ?? []) };
  const rules = options.rules?.split(",").flatMap((rule) => rule.trim() || []);
  if (rules?.length === 0) throw new InputError("--rules names no rule. Name families or ids: --rules residency,jurisdiction/operator");
  const asOf = options.asOf === undefined ? undefined : dayFrom(options.asOf, "--as-of");
  const judged = async (): Promise<Report> => {
    const found = [];
    for (const path of named(paths)) found.push(...(await infrastructuresAt(path, input)));
    const report = judge(found, policy, { ...(rules !== undefined && { rules }), ...(asOf !== undefined && { asOf }) });
    const isCode = report.views.some(({ view }) => view === "folder");
    return isCode ? (await import("../code/located.ts")).located(report) : report;
  };
  const report = await judged();
  if (options.fix === true) {
    const { fix } = await import("./fix.ts");
    return await fix(report, { format, dryRun: options.dryRun ?? inCI(), again: judged });
  }
  await printReport(report, format);
  if (options.views === true && format === "text") print(viewsOf(report));
  return report.verdict === "refused" ? 1 : 0;
}

/** The policy under the frameworks that the command names as well. */
function withProfiles(policy: Policy, list: string | undefined): Policy {
  if (list === undefined) return policy;
  const named = list.split(",").flatMap((name) => name.trim() || []);
  if (named.length === 0) throw new InputError("--profile names no profile. `terroir profiles` lists them: --profile secnumcloud,hds");
  return definePolicy({ ...policy, profiles: [...policy.profiles, ...named.map((name) => profileNamed(name, policy.profiles))] });
}

/** Each path once; without any, what the project's synthesis wrote. */
function named(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return [...new Set(paths)];
  return [existsSync("cdktf.json") ? relative("", readProject(".").output) || "." : "cdktf.out"];
}

function viewsOf({ views, notApplied }: Report): string {
  const read = views.flatMap(({ view, origin, unseen }) => [
    `read ${origin} (${view})`,
    ...(unseen.length === 0 ? ["  everything that this view can show"] : unseen.map((what) => `  not seen: ${what}`)),
  ]);
  return [...read, ...(notApplied.length === 0 ? [] : [`not applied, since the policy does not ask: ${notApplied.join(", ")}`])].join("\n");
}
