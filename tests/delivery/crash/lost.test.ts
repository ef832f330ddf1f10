import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../catalogue/errors.ts";
import { type Lost, lostBy, lostText, stillLost, storedNowhere } from "../../../delivery/crash/lost.ts";
import { forgetTold, keepUntold, untoldIn } from "../../../delivery/crash/untold.ts";
import type { Seat } from "../../../delivery/step/step.ts";
import type { Touched } from "../../../delivery/step/touched.ts";
import { scratch } from "../../rehearsal/programs.ts";

/** Where a program stands in for the engine, which says this of a state, and ends with that code. */
function seat(says: string, code: number, stateFile: string | null = null): Seat {
  const folder = scratch();
  const path = join(folder, "engine");
  writeFileSync(path, `#!/bin/sh\n[ "$1" = init ] && exit ${code === 3 ? 1 : 0}\nprintf '%s\\n' '${says}'\nexit ${code}\n`);
  chmodSync(path, 0o755);
  return {
    stack: "shop",
    engine: { kind: "opentofu", version: "1.12.6", path, from: "cache" },
    cwd: folder,
    env: process.env,
    papers: folder,
    stateFile,
  };
}

const touched: Touched = {
  done: new Map([
    ["x.made", "create"],
    ["x.changed", "update"],
    ["x.held", "create"],
  ]),
  ids: new Map([["x.made", "i-1"]]),
  failed: [],
  open: new Map([
    ["x.begun", "create"],
    ["x.going", "delete"],
  ]),
  complete: false,
};

describe("what a dead engine made", () => {
  it.each([
    ["and the state does not hold", seat("x.held", 0), "x.made: not-in-state, x.begun: begun"],
    ["where there is no state yet", seat("No state file was found!", 1), "x.made: not-in-state, x.held: not-in-state, x.begun: begun"],
    ["where the state cannot be asked", seat("dial tcp: connection refused", 1), "x.made: not-asked, x.held: not-asked, x.begun: begun"],
    ["where nothing can be initialised", seat("", 3), "x.made: not-asked, x.held: not-asked, x.begun: begun"],
    ["is in a state that is a file", seat("", 1, "shop.tfstate"), "x.begun: begun"],
  ])("%s", async (_, where, expected) => {
    expect((await lostBy(touched, where)).map(({ address, why }) => `${address}: ${why}`).join(", ")).toBe(expected);
  });

  const made: Lost = { address: "x.made", id: "i-1", why: "not-in-state" };
  const begun: Lost = { address: "x.begun", id: null, why: "begun" };

  it("is no longer lost once the state holds it, and still is where the state cannot be asked", async () => {
    expect(await stillLost([made, begun], seat("x.made", 0))).toEqual([begun]);
    expect(await stillLost([made, begun], seat("dial tcp: connection refused", 1))).toEqual([made, begun]);
  });

  it("is kept for the deployment that refuses it, whatever ran before that", () => {
    const folder = scratch();
    keepUntold(folder, "net", []);
    keepUntold(folder, "shop", [begun]);
    keepUntold(folder, "shop", [made]);
    keepUntold(folder, "shop", [{ ...made, id: "i-2" }]);
    keepUntold(folder, "pay.core", [begun]);
    const untold = untoldIn(folder);
    expect(untold).toEqual(
      new Map([
        ["shop", [begun, { ...made, id: "i-2" }]],
        ["pay.core", [begun]],
      ]),
    );
    untold.delete("shop");
    forgetTold(folder, untold);
    expect([...untoldIn(folder).keys()]).toEqual(["pay.core"]);
  });

  it.each(["", "[{", "{}", "null", '[{"address":"x.a"}]', '[{"address":"x.a","id":null,"why":"because"}]'])(
    "is not forgotten when its file says %j",
    (text) => {
      const folder = scratch();
      writeFileSync(join(folder, "shop.lost"), text);
      const says = /shop\.lost cannot be read[\s\S]*Look at the cloud for what belongs to shop[\s\S]*delete this file/;
      expect(() => untoldIn(folder)).toThrow(says);
      expect(() => keepUntold(folder, "shop", [begun])).toThrow(InputError);
    },
  );

  it("is told with its id and both ways on, and nothing is told of nothing", () => {
    expect(lostText("shop", [{ address: "x.made", id: "i-1", why: "not-in-state" }])).toBe(
      "Made, and not in the state, which the engine had not written yet: x.made (i-1). What exists, take in with `terroir import shop ADDRESS ID`, or delete it there: a deployment would make it a second time.",
    );
    expect(lostText("shop", [])).toBe(null);
  });

  it("is told with the file of a state that its store did not take, and with nothing to be taken in by hand", () => {
    expect(lostText("shop", storedNowhere(touched, "runs/1/shop/errored.tfstate"))).toBe(
      "Made, and not in the state, which its store did not take: x.made (i-1), x.held. Put the state that the engine left into its place: terroir state restore shop runs/1/shop/errored.tfstate.",
    );
  });
});
