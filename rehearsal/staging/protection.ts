import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../catalogue/json.ts";
import { type Configuration, isJson } from "./configuration.ts";

/**
 * Takes `prevent_destroy` out of the copy that is rehearsed, so that its life can end: the engine would refuse, rightly, what nothing real is touched by.
 * Returns how many resources had it.
 */
export function takeOutProtection(folder: string, { files }: Configuration): number {
  let found = 0;
  for (const file of files) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes("prevent_destroy")) continue;
    const without = isJson(file)
      ? JSON.stringify(
          JSON.parse(text, (key, value: Json) => {
            if (key !== "prevent_destroy" || value !== true) return value;
            found += 1;
            return false;
          }),
        )
      : text.replace(/\bprevent_destroy\s*=\s*true\b/g, () => {
          found += 1;
          return "prevent_destroy = false";
        });
    writeFileSync(path, without);
  }
  return found;
}
