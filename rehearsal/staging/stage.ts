import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import type { Json } from "../../catalogue/json.ts";
import { RehearsalError } from "../rehearsal-error.ts";
import { type Configuration, each, isJson, isNamedAsRead, membersOf, parseCode } from "./configuration.ts";

export interface Staged {
  /** The copy in which the engine runs. */
  readonly folder: string;
  /** Provisioners that were left out of JSON files. */
  readonly left: readonly string[];
}

export interface StageOptions {
  readonly folder: string;
  readonly configuration: Configuration;
  /** An empty folder of ours. */
  readonly into: string;
  /** Where the engine keeps the state of this stack. */
  readonly state: string;
  /** State files that stand for remote states, by the data source's name. */
  readonly remoteStates: Readonly<Record<string, string>>;
  /** Values for variables that nobody set. */
  readonly variables: Readonly<Record<string, Json>>;
  /** Nothing is applied, so that no provisioner runs and each can stay where whoever reads the plan looks for it. @default false */
  readonly plansOnly?: boolean;
}

/** Ours alone, or the engine's: nothing of a real deployment is looked at, and the lock file would ask for real providers. */
const LEFT_OUT = /^(\.terraform|\.terraform\.lock\.hcl|\.git|terraform\.tfstate\.d|crash\.log|.*\.tfstate(\..*)?|.*\.tfplan)$/;

const OVERRIDE = "zzz_terroir_rehearsal_override.tf.json";
const VALUES = "zzz-terroir-rehearsal.auto.tfvars.json";

const KINDS = [/(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/, /\.auto\.tfvars(?:\.json)?$/];

/**
 * What a rehearsal adds has the last word: a file that engines read after it would have it, and one of its name would be gone.
 *
 * @throws RehearsalError when there is such a file
 */
export function requireLast(ours: string, folder: string): void {
  const kind = KINDS.find((one) => one.test(ours));
  const other = readdirSync(folder).find((name) => kind?.test(name) === true && Buffer.compare(Buffer.from(name), Buffer.from(ours)) >= 0);
  if (other === undefined) return;
  throw new RehearsalError("not-simulated", `${other} would be read after ${ours}, which the rehearsal adds. Give it another name.`);
}

/**
 * Makes a working copy: configuration files are copied, everything else is linked, and what lies above the folder is linked as far up as the
 * configuration reaches, so that `../modules/net` is found. The backend is a local file, whatever the configuration says.
 */
export function stage(options: StageOptions): Staged {
  const source = realpathSync(options.folder);
  for (const ours of [OVERRIDE, VALUES]) requireLast(ours, source);
  const folder = mirrorAbove(source, options.into, reach(options.configuration.text));
  const left: string[] = [];
  for (const entry of readdirSync(source)) {
    if (LEFT_OUT.test(entry)) continue;
    const [from, to] = [join(source, entry), join(folder, entry)];
    const isRead = options.configuration.files.includes(entry);
    if (isRead && isJson(entry))
      writeFileSync(to, neutralised(readFileSync(from, "utf8"), entry, left, options.plansOnly === true), { mode: 0o600 });
    else if (isRead) writeFileSync(to, readFileSync(from), { mode: 0o600 });
    else if (isNamedAsRead(entry)) linkBelow(from, to);
    else symlinkSync(from, to);
  }
  const data = Object.fromEntries(
    Object.entries(options.remoteStates).map(([name, path]) => [
      name,
      { backend: "local", config: { path: relativeTo(folder, path) }, workspace: null },
    ]),
  );
  const override = {
    "//": "Written by a rehearsal: state stays on this machine, and no other state is read.",
    terraform: { backend: { local: { path: options.state } } },
    ...(Object.keys(data).length === 0 ? {} : { data: { terraform_remote_state: data } }),
  };
  writeFileSync(join(folder, OVERRIDE), JSON.stringify(override, null, 2), { mode: 0o600 });
  writeFileSync(join(folder, VALUES), JSON.stringify(options.variables), { mode: 0o600 });
  return { folder, left };
}

/** A folder of such a name is passed over, a link to one is opened as a file. */
function linkBelow(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from)) symlinkSync(join(from, entry), join(to, entry));
}

/** As a program would write it: an absolute path names this machine, and the guard minds. */
const relativeTo = (folder: string, path: string): string =>
  relative(realpathSync(folder), join(realpathSync(dirname(path)), basename(path)))
    .split(sep)
    .join("/");

/** How many folders up a configuration reaches by relative paths. */
export function reach(text: string): number {
  const steps = [...text.matchAll(/(?:\.\.\/)+|\.\.(?=")/g)].map((m) => m[0].split("..").length - 1);
  return Math.min(8, Math.max(0, ...steps));
}

/** Links the folder's surroundings into `into`; gives the place where the folder itself stands there, empty. */
export function mirrorAbove(source: string, into: string, up: number): string {
  let top = source;
  for (let i = 0; i < up; i++) top = dirname(top);
  let [from, to] = [top, join(into, "tree")];
  mkdirSync(to, { recursive: true });
  for (const next of relative(top, source).split(sep).filter(Boolean)) {
    for (const entry of readdirSync(from)) if (entry !== next) symlinkSync(join(from, entry), join(to, entry));
    [from, to] = [join(from, next), join(to, next)];
    mkdirSync(to);
  }
  return to;
}

/** Without backend, cloud and encryption (they belong to the real state), and without what would run programs when it is applied. */
function neutralised(text: string, file: string, left: string[], plansOnly: boolean): string {
  const document = parseCode(text, file);
  // Left as it is where nothing is to be taken out: the engine's line numbers are then the user's.
  if (!/"(backend|cloud|encryption|provisioner)"/.test(text) || Object.keys(document).length === 0) return text;
  const terraform = each(document.terraform).map((settings) => {
    const { backend: _b, cloud: _c, encryption: _e, ...rest } = membersOf(settings);
    return rest;
  });
  const resource = (plansOnly ? [] : each(document.resource)).map((byType) =>
    mapMembers(byType, (named, type) => mapMembers(named, (r, name) => withoutPrograms(r, `${type}.${name}`, left))),
  );
  return JSON.stringify(
    { ...document, ...(terraform.length > 0 ? { terraform } : {}), ...(resource.length > 0 ? { resource } : {}) },
    null,
    2,
  );
}

function withoutPrograms(resource: Json, address: string, left: string[]): Json {
  const bodies = each(resource).map((body) => {
    const { provisioner, connection: _c, ...rest } = membersOf(body);
    if (provisioner !== undefined) left.push(address);
    return rest;
  });
  return Array.isArray(resource) ? bodies : (bodies[0] ?? {});
}

const mapMembers = (value: Json, f: (x: Json, key: string) => Json): Json =>
  Object.fromEntries(Object.entries(membersOf(value)).map(([key, x]) => [key, f(x, key)]));
