import type { Infrastructure, SourceLine, Subject } from "../../infrastructure.ts";
import { blocks } from "./blocks.ts";
import { keyText } from "./instances.ts";
import type { Module } from "./module.ts";
import { Providers } from "./providers.ts";
import { provisioners } from "./provisioners.ts";
import { addResourceSubjects } from "./resources.ts";
import { ModuleScope } from "./scope.ts";
import { backendSubject, keyPrograms, strangerSubjects } from "./settings.ts";
import { opaqueSubject, subject } from "./subject.ts";

/** What a reader may be told from outside. */
export interface ReadOptions {
  /** The line of the user's program that made a construct. */
  readonly sources?: (constructPath: string) => SourceLine | undefined;
  /** The name that findings give to the folder, where it is judged before it takes its place. */
  readonly as?: string;
}

/** Everything that is judged in one module. */
export function readModule(module: Module, { sources }: ReadOptions): Infrastructure {
  const scope = new ModuleScope(module);
  const providers = new Providers(module, scope);
  const subjects: Subject[] = [
    ...module.files.map(({ name, why }) => opaqueSubject("file", name, why, `${name} is not read here`)),
    ...strangerSubjects(module, scope.env),
    backendSubject(module, scope.env),
    ...keyPrograms(module, scope.env),
    ...providers.subjects,
  ];
  for (const block of module.resources.values()) addResourceSubjects(subjects, "resource", "", block, scope, providers, sources);
  for (const block of module.data.values()) addResourceSubjects(subjects, "data", "data.", block, scope, providers, sources);
  for (const block of module.ephemeral.values()) addResourceSubjects(subjects, "data", "ephemeral.", block, scope, providers, sources);
  subjects.push(...moduleCalls(module, scope, sources), ...imports(module, scope, providers), ...removals(module, scope));
  return infrastructure(module, subjects);
}

function infrastructure({ origin, unseen, modules }: Module, subjects: readonly Subject[]): Infrastructure {
  let byAddress: Map<string, Subject> | undefined;
  return {
    view: "synthesized",
    origin,
    subjects,
    find(address) {
      byAddress ??= new Map(subjects.map((one) => [one.address, one]));
      return byAddress.get(address);
    },
    unseen: [...unseen, ...[...modules.keys()].map((name) => `module.${name}: what its source declares is seen in the plan only`)],
  };
}

function* moduleCalls(module: Module, scope: ModuleScope, source: ReadOptions["sources"]): Generator<Subject> {
  for (const [name, block] of module.modules) {
    const made = scope.instances(block);
    const all = (made.kind === "counted" || made.kind === "keyed") && made.instances.length > 0 ? made.instances : [{ env: made.env }];
    const type = typeof block.body.source === "string" ? block.body.source : "?";
    for (const one of all)
      yield subject({
        kind: "module",
        address: `module.${name}${keyText("key" in one ? one.key : undefined)}`,
        type,
        body: block.body,
        env: one.env,
        source,
      });
  }
}

/** What exists already and is taken over: its id may name a place that nothing else in the document does. */
function* imports(module: Module, scope: ModuleScope, providers: Providers): Generator<Subject> {
  for (const block of module.imports) {
    const to = typeof block.body.to === "string" ? block.body.to.replace(/^\$\{([\s\S]*)\}$/, "$1").trim() : "?";
    const type = /^(?:module\.[^.]+\.)*([^.[]+)\./.exec(to)?.[1] ?? "?";
    const declared = module.resources.get(to.replace(/\[.*$/s, ""));
    const made = scope.instances(block);
    const all = (made.kind === "counted" || made.kind === "keyed") && made.instances.length > 0 ? made.instances : [{ env: made.env }];
    for (const one of all) {
      const found = providers.of(type, block.body.provider ?? declared?.body.provider, one.env);
      yield subject({
        kind: "import",
        address: `import.${to}${keyText("key" in one ? one.key : undefined)}`,
        type,
        body: block.body,
        env: one.env,
        ...found,
      });
    }
  }
}

/** A resource that leaves may run something on its way out. */
function* removals(module: Module, scope: ModuleScope): Generator<Subject> {
  for (const block of module.removed) {
    const from = typeof block.body.from === "string" ? block.body.from : "?";
    if (blocks(block.body.provisioner, 1, "removed.provisioner", block.file).length > 0)
      yield* provisioners(block, `removed.${from}`, scope.env, undefined, undefined);
  }
}
