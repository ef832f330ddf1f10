import { InputError } from "../../../catalogue/errors.ts";

/** A stack has parts that Pulumi has no counterpart for: all of them, each with its address. */
export class Unregistrable extends InputError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], stack?: string) {
    const what = stack === undefined ? "" : `The stack ${stack} cannot be registered in Pulumi.\n`;
    super(`${what}${problems.map((one) => (stack === undefined ? one : `  ${one}.`)).join("\n")}`);
    this.name = "Unregistrable";
    this.problems = problems;
  }
}
