import type { IConstruct } from "constructs";
import { InputError, withoutTrace } from "../catalogue/index.ts";

/** A mistake in a construct's props: where, what, why and what to do, in one paragraph and without a trace. */
export function refuse(where: IConstruct, message: string): never {
  throw withoutTrace(new InputError(`${where.node.path}: ${message}`));
}
