import { kilometres } from "../../../clouds/contract/kilometres.ts";
import { sends } from "../../place/departures.ts";
import { locate } from "../../place/index.ts";
import { sendings } from "../../place/sending.ts";
import type { Spot } from "../../place/spot.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Note, note, nothingToJudge, type Refusal } from "../../rule/rule.ts";
import { database } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/distance",
  title: "Copies stand far enough from what they copy",
  why: "A flood, a fire and a failing grid have a size. A copy within it is lost with the original.",
  controls: ["BKP-2", "NIS2-IR:4.2.2.c", "C5:PS-02", "C5:OPS-09"],
  on: "resource",
  level: "on request",
  when: sends("replica", "backup"),
  /** The least distance between the sites, in kilometres. */
  options: { kilometres: 100 },
  check(_resource, { kilometres: least }, { hearing, subject, placement }) {
    const own = locate(hearing, subject);
    const here = own.is === "somewhere" ? own.spots.flatMap(site) : [];
    const copies = (placement?.sends ?? []).filter(({ kind }) => kind === "replica" || kind === "backup");
    const there = copies.flatMap((sending) =>
      sendings(hearing, subject, sending).map((sent) => ({ sending, at: sent.is === "spot" ? site(sent.spot)[0] : undefined })),
    );
    if (there.length === 0) return nothingToJudge;
    const found = there.map(({ sending: { path, kind }, at }): Refusal | Note => {
      const fix = path === "" ? "take a region whose copies are kept farther away" : `name a region farther away in ${path}`;
      const want = `at least ${least} km`;
      if (at === undefined || here.length === 0)
        return { verdict: "undecided", because: `does not show how far away its ${kind} is`, want, fix, path };
      const far = Math.min(...here.map((one) => kilometres(one.at, at.at)));
      const said = `its ${kind} in ${at.city} is ${Math.round(far)} km away`;
      return far >= least ? note(said, { path }) : { because: said, want, fix, path, value: at.code };
    });
    // One copy that is far enough is what is asked for; others may be near.
    return found.some(({ verdict }) => verdict === "inside") ? all(found.filter(({ verdict }) => verdict === "inside")) : all(found);
  },
  examples: {
    passes: { "backups in Frankfurt": database({ backup_regions: ["DE"] }) },
    fails: { "backups in the next town": { ...database({ backup_regions: ["GRA"] }) } },
    undecided: { "backups wherever a variable says": { variable: { unknown: {} }, ...database({ backup_regions: ["${var.unknown}"] }) } },
  },
});

const site = (spot: Spot) => (spot.is === "region" ? [{ at: spot.region.at, city: spot.region.city, code: spot.region.code }] : []);
