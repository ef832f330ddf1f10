/**
 * `terroir/pulumi`: our stacks in Pulumi's engine, and the guard in a Pulumi program. The only part of Terroir that loads `@pulumi/pulumi`, which the
 * program brings.
 */
export { guard } from "./guard.ts";
export { type RegisterOptions, register, type Synthesizable } from "./synthesized/app.ts";
export { type StackArgs, SynthesizedStack } from "./synthesized/stack.ts";
