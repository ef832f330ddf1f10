import type { IConstruct } from "constructs";
import { InputError, politely } from "../../catalogue/index.ts";
import type { Place } from "../../clouds/contract/index.ts";

/** Copies in the same city are lost with the originals. */
export function requireTwoPlaces(self: IConstruct, at: Place, second: Place): void {
  if (at.cloud.name !== second.cloud.name)
    throw politely(
      new InputError(
        `${self.node.path}: { at } is ${at.id} and { second } ${second.id}, another operator's, to which buckets and backups cannot copy by themselves. Choose another region of ${at.cloud.name}.`,
      ),
    );
  if (at.city !== second.city) return;
  const others = Object.entries(at.cloud.regions)
    .filter(([, { city, country }]) => city !== at.city && country === at.country)
    .map(([code]) => code);
  throw politely(
    new InputError(
      `${self.node.path}: { at: ${at.id} } and { second: ${second.id} } are both in ${at.city}: what destroys one destroys the copies. ` +
        `Choose a second place elsewhere${others.length > 0 ? `, in the same country ${others.join(", ")}` : ""}.`,
    ),
  );
}
