import { departures, sends } from "../../place/departures.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { database } from "../../rule/samples.ts";

export default defineRule({
  id: "residency/backup",
  title: "Backups are kept in approved places only",
  why: "A backup is everything that was worth keeping, in one file. Where it lies it can be ordered handed over whole.",
  controls: ["GEO-1", "BKP-1", "SecNumCloud:12.5.d", "NIS2-IR:4.2.2.c", "HDS:EXI-28", "Gaia-X:P5.1.2"],
  on: ["resource", "data"],
  when: sends("backup"),
  check(_resource, _options, cx) {
    return departures(cx, "backup");
  },
  examples: {
    passes: { "backups in Frankfurt": database({ backup_regions: ["GRA", "DE"] }) },
    fails: { "backups in Canada": database({ backup_regions: ["GRA", "BHS"] }) },
    undecided: {
      "backups wherever a variable says": { variable: { unknown: {} }, ...database({ backup_regions: ["${var.unknown}"] }) },
    },
  },
});
