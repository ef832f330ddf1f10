import type { Concepts } from "./concepts/index.ts";
import type { Place } from "./place.ts";

/** Why a concept cannot be had at a place, and what does instead. */
export function notOffered(place: Place, concept: string): string {
  const { cloud, id, city, offers } = place;
  const elsewhere = Object.entries(cloud.regions)
    .filter(([, region]) => concept in cloud.lower && !region.without?.includes(concept))
    .map(([code]) => code);
  const absent = cloud.absent?.[concept as keyof Concepts];
  const why = absent === undefined ? "" : ` ${absent.because}`;
  const instead =
    elsewhere.length > 0
      ? `${cloud.name} offers ${concept} in ${elsewhere.join(", ")}.`
      : (absent?.instead ?? "Choose another cloud, or run it on instances.");
  return `${id} (${city}) offers no ${concept}.${why} It offers: ${Object.keys(offers).join(", ") || "nothing yet"}. ${instead}`;
}
