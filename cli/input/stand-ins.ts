import { type FolderOfCode, type NotSimulated, notSimulatedIn, sourceAddress } from "../../guard/views/folder.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";
import { type StandIns, simulatedSources } from "../../rehearsal/index.ts";

/** Providers of a folder of code that nobody simulates, and what stands in for them while it is planned. */
export interface StoodIn extends NotSimulated {
  readonly standIns: StandIns;
}

/** Undefined: none is needed, or none helps. */
export async function stoodIn(code: FolderOfCode): Promise<StoodIn | undefined> {
  const simulated = await simulatedSources();
  const found = notSimulatedIn(code, (address) => simulated.has(address));
  if (found === undefined) return undefined;
  const { sources, types } = found;
  const declared = code.declared();
  const only = <T>(all: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...all].filter(([type]) => types.has(type)));
  const { resources, data, ephemeral } = declared;
  const written = { ...declared, resources: only(resources), data: only(data), ephemeral: only(ephemeral) };
  const questions = [...code.subjects]
    .filter((one) => one.kind === "data" && sources.has(sourceAddress(one) ?? ""))
    .map(({ address }) => withoutKeys(address))
    .filter((address) => /(?:^|\.)(?:data|ephemeral)\.[^.]+\.[^.]+$/.test(address));
  return { ...found, standIns: { sources: [...sources].sort(), written, questions } };
}

/** What is said of such a plan. */
export const unseenOf = ({ sources }: NotSimulated): string =>
  `what ${[...sources].sort().join(", ")} would say: the rehearsal has no simulation of it, so that nothing that is read from it is known`;
