import { unread } from "../../catalogue/sourced.ts";
import type { MachineSizes } from "../contract/machine-size.ts";

/** Standard machines. */
export const machineSizes: MachineSizes = {
  sizes: {
    "standard.small": [2, 2],
    "standard.medium": [2, 4],
    "standard.large": [4, 8],
    "standard.extra-large": [4, 16],
    "standard.huge": [8, 32],
    "standard.mega": [12, 64],
    "standard.titan": [16, 128],
  },
  ...unread("https://www.exoscale.com/pricing/", "2026-11-28"),
};
