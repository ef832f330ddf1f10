/**
 * Records beside a state that is no file here: each is written on this machine first, and then brought to the store of the state, by the store's own
 * means. One file per kind of store.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface RecordsBeside {
  /** `s3://states/shop.records/`, `postgres://db.example.eu/states, table shop.terroir_records` */
  readonly address: string;
  /**
   * Brings there what a folder holds and is not there yet.
   *
   * @throws TerroirError when the store does not take one; the next call tries again
   */
  bring(folder: string): Promise<void>;
}

/** One store, opened for the records of one stack. One that is there already is left as it is: its name holds its run. */
export interface Shelf {
  put(name: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export function besideAt(address: string, open: () => Promise<Shelf>): RecordsBeside {
  return {
    address,
    async bring(folder) {
      const there = new Set(brought(folder));
      const missing = namesIn(folder).filter((name) => !there.has(name));
      // Most runs begin with nothing to bring: nobody is asked then.
      if (missing.length === 0) return;
      const shelf = await open();
      try {
        for (const name of missing) {
          await shelf.put(name, readFileSync(join(folder, name), "utf8"));
          there.add(name);
          writeFileSync(join(folder, BROUGHT), [...there].map((one) => `${one}\n`).join(""), { mode: 0o600, flush: true });
        }
      } finally {
        await shelf.close();
      }
    },
  };
}

/** Names of records that are there already. */
const BROUGHT = ".brought";

const brought = (folder: string): readonly string[] =>
  existsSync(join(folder, BROUGHT)) ? readFileSync(join(folder, BROUGHT), "utf8").split("\n").filter(Boolean) : [];

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];
