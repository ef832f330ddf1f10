import { unread } from "../../catalogue/sourced.ts";
import type { MachineSizes } from "../contract/machine-size.ts";

/** Machines with processors of their own, four gigabytes for each, and the small shared ones. Not every location has every type in stock. */
export const machineSizes: MachineSizes = {
  sizes: {
    cx23: [2, 4],
    ccx13: [2, 8],
    ccx23: [4, 16],
    ccx33: [8, 32],
    ccx43: [16, 64],
    ccx53: [32, 128],
    ccx63: [48, 192],
  },
  ...unread("https://docs.hetzner.com/cloud/servers/overview", "2026-11-28"),
};
