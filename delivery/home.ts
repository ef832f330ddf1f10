import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What runs keep in a project: a folder of their own, which only its owner reads, and which no repository takes in. */
export interface Home {
  readonly folder: string;
  /** Marks of what is being applied, one file a stack: what is left here was not brought to its end. */
  readonly open: string;
  readonly runs: string;
  readonly records: string;
  readonly lock: string;
  /** World and states of rehearsals. */
  readonly world: string;
}

/** @param rehearsed a rehearsal keeps everything apart from what is real */
export function homeIn(project: string, rehearsed: boolean): Home {
  const top = join(project, ".terroir");
  const folder = rehearsed ? join(top, "rehearsal") : top;
  const home: Home = {
    folder,
    open: join(folder, "open"),
    runs: join(folder, "runs"),
    records: join(folder, "records"),
    lock: join(folder, "lock"),
    world: join(top, "rehearsal", "world.json"),
  };
  for (const path of [top, folder, home.open, home.runs]) mkdirSync(path, { recursive: true, mode: 0o700 });
  const ignore = join(top, ".gitignore");
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
  return home;
}
