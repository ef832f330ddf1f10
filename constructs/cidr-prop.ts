import type { IConstruct } from "constructs";
import { type Cidr, parseCidr } from "../clouds/contract/index.ts";
import { refuse } from "./refuse.ts";

/** Reads a prop that holds a block of addresses; what is wrong with it is said with the prop's name. */
export function cidrProp(self: IConstruct, prop: string, text: string): Cidr {
  try {
    return parseCidr(text);
  } catch (error) {
    return refuse(self, `{ ${prop}: ${JSON.stringify(text)} } ${(error as Error).message}.`);
  }
}

/** Blocks wider than this are nearly everyone: 0.0.0.0/0, and its halves that mean the same. */
const WIDEST = 8;

export function isNearlyEveryone({ prefix }: Cidr): boolean {
  return prefix < WIDEST;
}

/** Source addresses that may enter: said, valid, and never the whole internet. */
export function sourcesProp(self: IConstruct, prop: string, texts: readonly string[]): readonly string[] {
  if (texts.length === 0)
    refuse(self, `{ ${prop} } is empty. Say from where people come, as blocks of addresses: { ${prop}: ["203.0.113.0/24"] }.`);
  for (const text of texts)
    if (isNearlyEveryone(cidrProp(self, prop, text)))
      refuse(
        self,
        `{ ${prop}: ${JSON.stringify(text)} } is nearly the whole internet. Name the offices or homes that people come from, or the gateway of their company.`,
      );
  return texts;
}
