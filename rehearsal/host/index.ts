/** A rehearsal's providers in a process of their own: like a cloud, they outlive the command that uses them, until the last engine has let go. */
export { type Host, type HostOptions, startHost } from "./start.ts";
