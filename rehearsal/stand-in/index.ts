/**
 * Stand-ins for providers that nobody simulates, and for types that a simulated one does not have, in a rehearsal that only plans. One of them would
 * cost a whole folder its plan. What it takes is read off the code; what it says is unknown throughout, so that nothing about it follows from the plan.
 */
export { type StandIns, withStandIns } from "./simulations.ts";
export { leaveUnasked } from "./unasked.ts";
