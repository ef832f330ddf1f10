import { type FolderOfCode, isNotSimulated, type NotSimulated, notSimulatedIn } from "../../guard/views/folder.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";
import { type StandIns, simulated } from "../../rehearsal/index.ts";

/** What of a folder of code nobody simulates, and what stands in for it while it is planned. */
export interface StoodIn extends NotSimulated {
  readonly standIns: StandIns;
}

/** Undefined: nothing is needed, or nothing helps. */
export async function stoodIn(code: FolderOfCode): Promise<StoodIn | undefined> {
  const found = notSimulatedIn(code, await simulated());
  if (found === undefined) return undefined;
  const { sources, newer, types } = found;
  const declared = code.declared();
  const only = <T>(all: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...all].filter(([type]) => types.has(type)));
  const { resources, data, ephemeral } = declared;
  const written = { ...declared, resources: only(resources), data: only(data), ephemeral: only(ephemeral) };
  const questions = [...code.subjects]
    .filter((one) => one.kind === "data" && isNotSimulated(found, one))
    .map(({ address }) => withoutKeys(address))
    .filter((address) => /(?:^|\.)(?:data|ephemeral)\.[^.]+\.[^.]+$/.test(address));
  return { ...found, standIns: { sources: [...sources].sort(), newer, written, questions } };
}

/** What is said of such a plan. */
export function unseenOf({ sources, newer }: NotSimulated): readonly string[] {
  const so = "so that nothing that is read from it is known";
  const providers = [...sources].sort().join(", ");
  return [
    ...(sources.size === 0 ? [] : [`what ${providers} would say: the rehearsal has no simulation of it, ${so}`]),
    ...[...newer].map(
      ([source, types]) => `what ${namesOf(types)} would say: the rehearsal's release of ${source} has no such type, ${so}`,
    ),
  ];
}

const namesOf = (types: ReadonlySet<string>): string =>
  [...types]
    .map((type) => type.replace(/^resource\./, ""))
    .sort()
    .join(", ");
