import { relative, sep } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Fixes } from "./index.ts";

/** The changes as a unified diff that `git apply` and `patch -p1` take, its paths relative to where the command runs. Empty: nothing changes. */
export function patchOf({ code }: Fixes): string {
  return code
    .flatMap((one) => one.changed())
    .map(({ file, before, after }) => {
      const name = relative("", file).split(sep).join("/");
      return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      });
    })
    .join("");
}
