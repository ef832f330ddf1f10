import type { MachineSizes } from "../contract/machine-size.ts";

/**
 * Machines of the b3 family, its present one for general work: as much memory for a processor as other clouds give, so that a neutral size means the same.
 * Others are named by their own names.
 */
export const machineSizes: MachineSizes = {
  sizes: {
    "b3-8": [2, 8],
    "b3-16": [4, 16],
    "b3-32": [8, 32],
    "b3-64": [16, 64],
    "b3-128": [32, 128],
    "b3-256": [64, 256],
  },
  source:
    'https://github.com/ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes "Kubernetes Plugins & softwares versions and reserved resources"',
  seen: "2026-11-23",
};
