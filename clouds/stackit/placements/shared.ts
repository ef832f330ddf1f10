import { home } from "../../contract/placed.ts";
import type { Placement, Sending } from "../../contract/placement.ts";

/** What is of a region, and takes that of the provider block where it names none. */
export const region: Placement = home("region");

/**
 * What names no region, and is kept where the provider block says: the block's region is in the address that is called
 * (stackit/internal/services/<service>/utils/util.go, read on 2026-11-28).
 */
export const ofTheBlock: Placement = home();

export const identity =
  "Rights and credentials of the organisation, valid in each of its regions; they reach only what has been placed there.";

const OBSERVED = ["stackit_observability_instance", "data.stackit_observability_instance"] as const;

/** An address to which logs or metrics are pushed: its own service's, or anybody's. */
export const pushes = (path: string): Sending => ({ path, kind: "log", means: "endpoint", of: OBSERVED });
/** The service by its id to which logs or metrics go. */
export const observedBy = (path: string): Sending => ({ path, kind: "log", means: "reference", of: OBSERVED });
/** An address to which traffic is handed on: a machine's in the same program, or anybody's. */
export const handsOn = (path: string): Sending => ({
  path,
  kind: "peer",
  means: "address",
  of: ["stackit_network_interface", "data.stackit_network_interface", "stackit_public_ip", "data.stackit_public_ip"],
});

/** The public end of a tunnel: the other gateway's, wherever it stands. */
export const reaches = (path: string): Sending => ({ path, kind: "peer", means: "address" });

/** A balancer, of either kind. */
export const balanced: Placement = {
  ...region,
  sends: [
    pushes("options.observability.logs.push_url"),
    pushes("options.observability.metrics.push_url"),
    handsOn("target_pools[].targets[].ip"),
  ],
};
