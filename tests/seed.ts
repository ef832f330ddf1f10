import { configureGlobal } from "fast-check";

/** In CI a property sees the same cases every time; elsewhere new ones, whose seed fast-check prints and TERROIR_SEED repeats. */
const seed = process.env["TERROIR_SEED"] ?? (process.env["CI"] ? "20261128" : undefined);
if (seed !== undefined) configureGlobal({ seed: Number(seed) });
