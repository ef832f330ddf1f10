import type { Infrastructure, Subject } from "../../subject/infrastructure.ts";
import { blocks } from "./blocks.ts";
import { eachOf, isNone, keyText } from "./instances.ts";
import type { Module } from "./module.ts";
import { Providers, type UnderProvider } from "./providers.ts";
import { provisioners } from "./provisioners.ts";
import type { ReadOptions } from "./read-options.ts";
import { addResourceSubjects } from "./resources.ts";
import { ModuleScope } from "./scope.ts";
import { backendSubject, keyPrograms, strangerSubjects } from "./settings.ts";
import { opaqueSubject, subject } from "./subject.ts";

/** Said of a call that leads to what was not read. */
export const UNREAD_CALL = "what its source declares is seen in the plan only";

/** Said of what stands in the code and is not made. */
export const NOT_MADE = "its count or for_each makes none of it, unless a run is told otherwise";

/** One module as it is called: its names, its providers, and how deep it stands. */
interface Level {
  readonly module: Module;
  readonly scope: ModuleScope;
  readonly providers: Providers;
  readonly depth: number;
  /** It is certain that there is none of it. */
  readonly none: boolean;
}

/** The engine has no limit; a configuration that goes deeper is somebody's trap. */
const DEEPEST = 20;
export const MOST_MODULES = 10_000;

/** Everything that is judged in a configuration: its root module, and what it calls as far as that was read. */
export function readModule(module: Module, options: ReadOptions, scope: ModuleScope = new ModuleScope(module)): Infrastructure {
  const { strays } = options;
  const root: Level = { module, scope, providers: new Providers(module, scope, { strays }), depth: 0, none: false };
  const subjects: Subject[] = [backendSubject(module, scope.env), ...keyPrograms(module, scope.env)];
  const waiting: Level[] = [root];
  const absent: string[] = [];
  for (let read = 0; read < waiting.length; read++) {
    const level = waiting[read] as Level;
    absent.push(...addLevel(subjects, level, options));
    for (const called of moduleCalls(level, options))
      if ("module" in called && waiting.length < MOST_MODULES) waiting.push(called);
      else if ("subject" in called) subjects.push(called.subject);
      else subjects.push(opaqueSubject("module", called.scope.path.slice(0, -1), "?", `more than ${MOST_MODULES} modules are called`));
  }
  return infrastructure(module, subjects, [...unreadCalls(module).map((name) => `${name}: ${UNREAD_CALL}`), ...notMade(absent)]);
}

const MOST_NAMED = 5;

function notMade(addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) return [];
  const more = addresses.length > MOST_NAMED ? ` and ${addresses.length - MOST_NAMED} more` : "";
  return [`${addresses.slice(0, MOST_NAMED).join(", ")}${more}: ${NOT_MADE}`];
}

/** Gives the addresses of what is declared and not made. */
function addLevel(subjects: Subject[], level: Level, options: ReadOptions): readonly string[] {
  const { module, scope, providers, none } = level;
  for (const { name, why } of module.files) subjects.push(opaqueSubject("file", name, why, `${name} is not read here`));
  subjects.push(...strangerSubjects(module, scope.env), ...providers.subjects);
  const absent: (string | undefined)[] = [];
  for (const block of module.resources.values()) absent.push(addResourceSubjects(subjects, "resource", "", block, level, options));
  for (const block of module.data.values()) absent.push(addResourceSubjects(subjects, "data", "data.", block, level, options));
  for (const block of module.ephemeral.values()) absent.push(addResourceSubjects(subjects, "data", "ephemeral.", block, level, options));
  if (!none) subjects.push(...imports(module, scope, providers), ...removals(module, scope));
  return absent.filter((address) => address !== undefined);
}

function infrastructure({ origin, unseen }: Module, subjects: readonly Subject[], unread: readonly string[]): Infrastructure {
  let byAddress: Map<string, Subject> | undefined;
  return {
    view: "synthesized",
    origin,
    subjects,
    find(address) {
      byAddress ??= new Map(subjects.flatMap((one) => (one.leaves === undefined ? [[one.address, one] as const] : [])));
      return byAddress.get(address);
    },
    unseen: [...unseen, ...unread],
  };
}

/** Calls that lead to what was not read, wherever they stand, as far as anybody follows. */
function unreadCalls(root: Module): readonly string[] {
  const unread: string[] = [];
  const waiting: { readonly module: Module; readonly within: string }[] = [{ module: root, within: "" }];
  for (let at = 0; at < Math.min(waiting.length, MOST_MODULES); at++) {
    const { module, within } = waiting[at] as (typeof waiting)[number];
    for (const name of module.modules.keys()) {
      const child = module.children?.get(name);
      if (child === undefined) unread.push(`${within}module.${name}`);
      else waiting.push({ module: child, within: `${within}module.${name}.` });
    }
  }
  return unread;
}

/** What a module calls: where it was read, the called module as each of its instances; else the call itself, of which nothing is known. */
function* moduleCalls(level: Level, { sources: source, strays }: ReadOptions): Generator<Level | { readonly subject: Subject }> {
  const { module, scope, providers, depth } = level;
  for (const [name, block] of module.modules) {
    const made = scope.instances(block);
    const none = level.none || isNone(made);
    const type = typeof block.body.source === "string" ? block.body.source : "?";
    const child = module.children?.get(name);
    for (const one of eachOf(made)) {
      const { key } = one;
      const inner = child === undefined || depth >= DEEPEST ? undefined : scope.child(name, key, one.env);
      if (child !== undefined && inner !== undefined) {
        const called = new Providers(child, inner, { strays, none, caller: { providers, call: block, env: one.env } });
        yield { module: child, scope: inner, providers: called, depth: depth + 1, none };
      } else {
        const address = `${scope.path}module.${name}${keyText(key)}`;
        const call = subject({ kind: "module", address, type, body: block.body, env: one.env, source, ...(none && { shown: none }) });
        yield { subject: call };
      }
    }
  }
}

/** What exists already and is taken over: its id may name a place that nothing else in the document does. What no resource declares is one itself. */
function* imports(module: Module, scope: ModuleScope, providers: Providers): Generator<Subject> {
  for (const block of module.imports) {
    const to = typeof block.body.to === "string" ? block.body.to.replace(/^\$\{([\s\S]*)\}$/, "$1").trim() : "?";
    const type = /^(?:module\.[^.]+\.)*([^.[]+)\./.exec(to)?.[1] ?? "?";
    const declared = module.resources.get(to.replace(/\[.*$/s, ""));
    const made = scope.instances(block);
    if (isNone(made)) continue;
    for (const one of eachOf(made)) {
      const found = providers.of(type, block.body.provider ?? declared?.body.provider, one.env);
      yield subject({
        kind: "import",
        address: `${scope.path}import.${to}${keyText(one.key)}`,
        type,
        body: block.body,
        env: one.env,
        openness: scope.openness,
        ...found,
      });
      if (declares(module, to) === false)
        yield { ...opaqueSubject("resource", `${scope.path}${to}`, type, UNDECLARED, found.providerSource), ...provider(found) };
    }
  }
}

const UNDECLARED = "it is imported, and declared nowhere: the engine would write its configuration";
const provider = ({ provider }: UnderProvider) => (provider === undefined ? {} : { provider });

/** Whether a module or one that it calls declares a resource; undefined: that module was not read. */
function declares(module: Module, address: string): boolean | undefined {
  const [, name, rest] = /^module\.([^.[]+)(?:\[[^\]]*\])?\.(.*)$/s.exec(address) ?? [];
  if (name === undefined || rest === undefined) return module.resources.has(address.replace(/\[.*$/s, ""));
  const child = module.children?.get(name);
  return child === undefined ? undefined : declares(child, rest);
}

/** A resource that leaves may run something on its way out. */
function* removals(module: Module, scope: ModuleScope): Generator<Subject> {
  for (const block of module.removed) {
    const from = typeof block.body.from === "string" ? block.body.from : "?";
    if (blocks(block.body.provisioner, 1, "removed.provisioner", block.file).length > 0)
      yield* provisioners(block, `${scope.path}removed.${from}`, scope.env, undefined, undefined);
  }
}
