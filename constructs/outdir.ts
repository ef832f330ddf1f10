import type { App } from "cdktf";

/** Set on an app that synthesizes into a staging folder first: the folder where its output will stand. */
export const OUTDIR = Symbol.for("terroir.outdir");

/** Where an app's output will stand, staged or not. */
export function outdirOf(app: App): string {
  return (app as { [OUTDIR]?: string })[OUTDIR] ?? app.outdir;
}
