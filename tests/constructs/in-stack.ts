import { App } from "cdktf";
import { InputError } from "../../catalogue/index.ts";
import type { Concepts, EuPlace, Place } from "../../clouds/contract/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { SovereignStack } from "../../constructs/index.ts";

export type Document = {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly variable: Readonly<Record<string, unknown>>;
};

/** Any place; what it lacks is found out when a construct is built. */
export type Somewhere = EuPlace<string, keyof Concepts>;

export const GRA = ovh("GRA11");
export const PAR = ovh("EU-WEST-PAR");
export const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";

export function stackAt(at: Place = GRA, owner?: string): SovereignStack<Somewhere> {
  return new SovereignStack<Somewhere>(new App({ outdir: "cdktf.out" }), "shop", {
    at: at as unknown as Somewhere,
    account: { project: "p" },
    ...(owner === undefined ? {} : { owner }),
  });
}

/** What a stack writes, tokens resolved. */
export function written(stack: SovereignStack<Somewhere>): Document {
  stack.prepareStack();
  const { resource = {}, data = {}, variable = {} } = stack.toTerraform() as Partial<Document>;
  return { resource, data, variable };
}

/** All resources of a type, by their addresses' last part; metadata left out. */
export function ofType(stack: SovereignStack<Somewhere>, type: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return Object.fromEntries(Object.entries(written(stack).resource[type] ?? {}).map(([name, { "//": _, ...args }]) => [name, args]));
}

export function only(stack: SovereignStack<Somewhere>, type: string): Readonly<Record<string, unknown>> {
  const all = Object.values(ofType(stack, type));
  const [first] = all;
  if (first === undefined || all.length > 1) throw new Error(`${all.length} resources of ${type}, and one was expected`);
  return first;
}

/** What an act is refused with, whole: an error's text is part of the interface. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "was not refused";
}
