import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { World } from "./world/world.ts";

/** What every rehearsal stands on, whichever engine plays: a world, and a folder of its own that goes with it, however it ends. */
export interface Premises {
  readonly world: World;
  /** Emptied at the end. */
  readonly folder: string;
  /** Has this closed before the world is. */
  served(by: { close(): void }): void;
  close(): void;
}

/** `worldFile`: where the world persists between rehearsals; without it, it goes with the folder. */
export function openPremises(worldFile?: string): Premises {
  const world = World.open(worldFile);
  const folder = mkdtempSync(join(tmpdir(), "terroir-rehearsal-"));
  const end = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", end);
  const serving: { close(): void }[] = [];
  return {
    world,
    folder,
    served: (by) => serving.push(by),
    close() {
      for (const one of serving) one.close();
      world.close();
      process.removeListener("exit", end);
      end();
    },
  };
}
