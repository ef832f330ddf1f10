import { InputError } from "../../errors.ts";
import type { Shown } from "../shown/document.ts";

/**
 * What is found changed since the last run is there, so that nothing makes it anew unless it goes first. No engine says both of one address.
 *
 * @throws InputError when the plan does
 */
export function requireOneStory(plan: Shown, origin: string): void {
  const there = drifted(plan);
  if (there.size === 0) return;
  const changes = plan.pieces(plan.member("resource_changes"));
  for (let index = 0; index < changes.length; index++) {
    const [address] = changes.texts(index, ["address"]);
    if (address === undefined || !there.has(address)) continue;
    const change = changes.at(index);
    if (change.text("deposed") === undefined && JSON.stringify(change.part("change", "actions")) === '["create"]')
      throw new InputError(
        `${origin} makes ${address} anew, and says that it is there already and has changed: one of them is not so, and neither can be judged. Make the plan again.`,
      );
  }
}

/** Addresses of what is there and was found changed. What was replaced and is still there has no address of its own. */
function drifted(plan: Shown): ReadonlySet<string> {
  const all = plan.pieces(plan.member("resource_drift"));
  const there = new Set<string>();
  for (let index = 0; index < all.length; index++) {
    const [address, deposed] = all.at(index).texts(["address", "deposed"]);
    if (address !== undefined && deposed === undefined && all.at(index).kind("change", "after") === "object") there.add(address);
  }
  return there;
}
