import { placedBeside } from "../hearing/companions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import type { RuleContext } from "../hearing/rule-context.ts";
import { Watching } from "../hearing/watching.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Outcome, Part } from "./outcome.ts";

/** The module instance, among attributes: no attribute is called so. */
const MODULE = "\n";

/** Parts that are asked once about all subjects that are alike, and what they have asked so far. */
export class Shared {
  #parts: readonly { readonly part: Part; readonly asked: Watching }[];
  #attributes: readonly string[] = [];
  #inModule = false;
  #beside: readonly (readonly [type: string, path: string])[] = [];

  constructor(parts: readonly Part[]) {
    this.#parts = parts.map((part) => ({ part, asked: new Watching() }));
  }

  /** A text that two subjects share only when all that was asked so far has the same answers. */
  keyOf(hearing: Hearing, subject: Subject): string | undefined {
    const said = subject.alike?.(this.#attributes, this.#inModule);
    if (said === undefined) return undefined;
    const beside = this.#beside.map(([type, path]) => placedBeside(hearing, subject, type, path));
    return `${subject.leaves ?? ""}\n${beside}\n${said}`;
  }

  /** Asks each part. `isNew`: what was not asked of those before will be asked of all from now on. */
  ask(cx: RuleContext): { readonly outcomes: readonly Outcome[]; readonly isItself: boolean; readonly isNew: boolean } {
    let isItself = false;
    const outcomes = this.#parts.map(({ part, asked }) => {
      const watching = new Watching();
      const outcome = watching.while(cx.hearing, cx.subject, () => part(cx));
      if (watching.isItself) isItself = true;
      asked.add(watching);
      return outcome;
    });
    return { outcomes, isItself, isNew: this.#gather() };
  }

  /** Attributes that nearly all of these have for their own. */
  varied(subjects: readonly Subject[]): ReadonlySet<string> {
    const isVaried = (attributes: readonly string[], inModule: boolean): boolean =>
      new Set(subjects.map((subject) => subject.alike?.(attributes, inModule))).size * 2 > subjects.length;
    const varied = new Set(this.#attributes.filter((name) => isVaried([name], false)));
    if (this.#inModule && isVaried([], true)) varied.add(MODULE);
    return varied;
  }

  /** Parts that ask for one of these, which are no longer among these. */
  withdraw(varied: ReadonlySet<string>): readonly Part[] {
    const looksAt = ({ asked }: { readonly asked: Watching }): boolean =>
      [...asked.attributes].some((name) => varied.has(name)) || (asked.others && varied.has(MODULE));
    const apart = this.#parts.filter(looksAt);
    if (apart.length === 0) return [];
    this.#parts = this.#parts.filter((one) => !looksAt(one));
    this.#attributes = [];
    this.#beside = [];
    this.#inModule = false;
    this.#gather();
    return apart.map(({ part }) => part);
  }

  #gather(): boolean {
    const all = new Watching();
    for (const { asked } of this.#parts) all.add(asked);
    const news = [...all.attributes].filter((name) => !this.#attributes.includes(name));
    const beside = all.beside.filter(([type, path]) => !this.#beside.some(([a, b]) => a === type && b === path));
    if (news.length === 0 && beside.length === 0 && (this.#inModule || !all.others)) return false;
    this.#attributes = [...this.#attributes, ...news];
    this.#beside = [...this.#beside, ...beside];
    this.#inModule = all.others;
    return true;
  }
}
