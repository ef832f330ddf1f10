/**
 * Stand-ins for providers that nobody simulates, in a rehearsal that only plans. One such provider would cost a whole folder its plan. What it takes is
 * read off the code; what it says is unknown throughout, so that nothing about it follows from the plan.
 */
export { type StandIns, standInSimulations } from "./simulations.ts";
export { leaveUnasked } from "./unasked.ts";
