/**
 * `terroir/pulumi`: the guard in a Pulumi program. The only part of Terroir that loads `@pulumi/pulumi`, which the program brings.
 */
export { guard } from "./guard.ts";
