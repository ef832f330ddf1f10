import type { CloudFacts, Placement } from "../../clouds/contract/index.ts";
import { regionOf } from "../approvals/regions.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { spotsNamed, undecided } from "./codes.ts";
import type { Spot } from "./spot.ts";

type Order = Extract<Placement, { by: "order" }>;

/** Places that an order names: by labelled values, and by codes that end in a region. */
export function orderSpots(subject: Subject, facts: CloudFacts, order: Order): readonly Spot[] {
  const labelled = order.lists.flatMap((list) => [...labels(subject, facts, order, list)]);
  const coded = (order.codes ?? []).flatMap((path) => [...codes(subject, facts, path)]);
  const spots = [...labelled, ...coded];
  // "europe" beside "gra3" is no doubt: the data centre decides, and an area could only have decided against it.
  const sure = spots.filter((spot) => spot.is !== "undecided" || !spot.because.endsWith("is an area and no place"));
  if (sure.length > 0) return sure;
  if (spots.length > 0) return spots;
  const [list = ""] = order.lists;
  const wanted = Object.keys(order.labels).join(" or ");
  return [
    undecided(
      { path: list, chain: [] },
      "the order names no place",
      `add the label ${wanted} with an approved region to ${list.replaceAll("[]", "")}`,
    ),
  ];
}

function* labels(subject: Subject, facts: CloudFacts, order: Order, list: string): Generator<Spot> {
  const values = new Map(subject.read(`${list}.value`).map((reading) => [entryOf(reading.path), reading]));
  for (const { path, value } of subject.read(`${list}.label`)) {
    const written = values.get(entryOf(path));
    for (const label of candidates(value)) {
      if (label.is === "absent") continue;
      if (label.is === "unknown") {
        yield undecided(
          { path, chain: label.chain },
          `what the order asks for is not known: ${label.cause}`,
          "write the order's labels as literals",
        );
        continue;
      }
      const names = Object.entries(order.labels).find(([known]) => known.toLowerCase() === label.text.toLowerCase())?.[1];
      if (names === undefined || written === undefined) continue;
      for (const one of candidates(written.value)) {
        if (one.is === "text") yield* spotsNamed(facts, { code: one.text, path: written.path, chain: one.chain }, names);
        else if (one.is === "unknown")
          yield undecided(
            { path: written.path, chain: one.chain },
            `${label.text} is not known: ${one.cause}`,
            `write ${label.text} as a literal`,
          );
      }
    }
  }
}

const entryOf = (path: string): string => path.slice(0, path.lastIndexOf("."));

/** The longest end of a code that is a region: `iplb-zone-lb1-rbx` → `rbx`. Most plan codes name no region at all. */
function* codes(subject: Subject, facts: CloudFacts, path: string): Generator<Spot> {
  for (const reading of subject.read(path))
    for (const one of candidates(reading.value)) {
      if (one.is === "unknown")
        yield undecided({ path: reading.path, chain: one.chain }, `${path} is not known: ${one.cause}`, `write ${path} as a literal`);
      if (one.is !== "text") continue;
      const words = one.text.split("-");
      for (let first = 1; first < words.length; first++) {
        const code = words.slice(first).join("-");
        if (regionOf(facts, code) === undefined) continue;
        yield* spotsNamed(facts, { code, path: reading.path, chain: one.chain });
        break;
      }
    }
}
