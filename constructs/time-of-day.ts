import type { IConstruct } from "constructs";
import { refuse } from "./refuse.ts";

/** `HH:MM`, universal time, as every cloud's schedule can be made of. */
export function timeOfDay(self: IConstruct, prop: string, text: string): string {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
  return refuse(
    self,
    `{ ${prop}: ${JSON.stringify(text)} } is no time of day. Write hours and minutes of universal time, { ${prop}: "02:00" }.`,
  );
}
