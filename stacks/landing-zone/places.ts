import type { IConstruct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import type { Place } from "../../clouds/contract/index.ts";

/** Copies in the same city are lost with the originals. Where there is no second place, that is said. */
export function requireTwoPlaces(self: IConstruct, at: Place, second: Place | undefined, doesWithout: boolean): void {
  if (second === undefined) {
    if (doesWithout) return;
    const others = elsewhere(at);
    throw withoutTrace(
      new InputError(
        `${self.node.path}: { second } is missing, the place at which copies lie. ${
          others.length > 0 ? `Name one: ${others.join(", ")}.` : `${at.cloud.name} has no other city in the EU.`
        } Or say that you do without: { without: ["second"] }.`,
      ),
    );
  }
  if (doesWithout)
    throw withoutTrace(
      new InputError(`${self.node.path}: { second: ${second.id} } is given, and { without: ["second"] }. Leave out one of the two.`),
    );
  if (at.cloud.name !== second.cloud.name)
    throw withoutTrace(
      new InputError(
        `${self.node.path}: { at } is ${at.id} and { second } ${second.id}, another operator's, to which buckets and backups cannot copy by themselves. Choose another region of ${at.cloud.name}.`,
      ),
    );
  if (at.city !== second.city) return;
  const others = Object.entries(at.cloud.regions)
    .filter(([, { city, country }]) => city !== at.city && country === at.country)
    .map(([code]) => code);
  throw withoutTrace(
    new InputError(
      `${self.node.path}: { at: ${at.id} } and { second: ${second.id} } are both in ${at.city}: what destroys one destroys the copies. ` +
        `Choose a second place elsewhere${others.length > 0 ? `, in the same country ${others.join(", ")}` : ""}.`,
    ),
  );
}

/** Spokes meet their hub at its gateway: where there is none, one network holds all. */
export function requireStandalone(self: IConstruct, topology: string): void {
  if (topology === "standalone") return;
  throw withoutTrace(
    new InputError(
      `${self.node.path}: { without: ["wayOut"] } is said, and spokes meet their hub at its gateway. Put all into one network: { topology: "standalone" }.`,
    ),
  );
}

function elsewhere(at: Place): readonly string[] {
  return Object.entries(at.cloud.regions)
    .filter(([, { city, country }]) => city !== at.city && country === at.country)
    .map(([code]) => `${at.cloud.name}:${code}`);
}
