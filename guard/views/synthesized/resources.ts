import type { SourceLine, Subject, SubjectKind } from "../../infrastructure.ts";
import type { Block } from "./blocks.ts";
import { keyText } from "./instances.ts";
import type { Providers } from "./providers.ts";
import { provisioners } from "./provisioners.ts";
import { type ModuleScope, resourceTerm } from "./scope.ts";
import { subject } from "./subject.ts";

/** Subjects of one declared resource or data source: every instance, where instances are known; else one for all of them. */
export function* resourceSubjects(
  kind: SubjectKind,
  prefix: string,
  block: Block,
  scope: ModuleScope,
  providers: Providers,
  source: ((constructPath: string) => SourceLine | undefined) | undefined,
): Generator<Subject> {
  const [type = "", name = ""] = block.labels;
  const declared = `${prefix}${type}.${name}`;
  const made = scope.instances(block);
  // What makes no instance today is judged as written: nothing else says what it would be.
  const all = (made.kind === "counted" || made.kind === "keyed") && made.instances.length > 0 ? made.instances : [{ env: made.env }];
  for (const instance of all) {
    const address = `${declared}${keyText("key" in instance ? instance.key : undefined)}`;
    yield subject({
      kind,
      address,
      type,
      body: block.body,
      env: instance.env,
      source,
      ...providers.of(type, block.body.provider, instance.env),
    });
    if (block.body.provisioner !== undefined)
      yield* provisioners(block, address, instance.env, resourceTerm(block, address, instance.env), source);
  }
}
