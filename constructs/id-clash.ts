import { type IConstruct, Node } from "constructs";
import { InputError, withoutTrace } from "../catalogue/index.ts";
import { kindOf } from "./kind-of.ts";
import { lineBehind } from "./sources.ts";

interface Adding {
  addChild(child: IConstruct, id: string): void;
}

let explaining = false;

/** From now on an id that is given twice is explained in a paragraph; the library throws its own error with a trace of itself. */
export function explainClashes(): void {
  if (explaining) return;
  explaining = true;
  const adding = Node.prototype as unknown as Adding;
  const addChild = adding.addChild;
  adding.addChild = function (this: Node, child: IConstruct, id: string) {
    const first = this.tryFindChild(id);
    if (first !== undefined) throw withoutTrace(new InputError(clash(this, first, child, id)));
    addChild.call(this, child, id);
  };
}

function clash(scope: Node, first: IConstruct, second: IConstruct, id: string): string {
  const line = first.node
    .findAll()
    .map(lineBehind)
    .find((found) => found !== undefined);
  const where = line === undefined ? "" : `, made at ${line.file}:${line.line}`;
  return (
    `${scope.path === "" ? "The app" : scope.path} has a "${id}" already: a ${kindOf(first)}${where}. ` +
    `An id is unique within its scope, since names of resources are made of it: give the second, a ${kindOf(second)}, another.`
  );
}
