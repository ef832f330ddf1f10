import { RehearsalError } from "./rehearsal-error.ts";

/** The engine looked for a provider that is not simulated: which, and what can be done. Null when that was not the trouble. */
export function notSimulated(output: string, sources: readonly string[]): RehearsalError | null {
  const text = output.replace(/[│╷╵]/g, " ").replace(/\s+/g, " ");
  const found = [
    ...text.matchAll(/(?:available versions for|for) provider ([\w.-]+(?:\/[\w.-]+)+)/g),
    ...text.matchAll(/provider (registry\.[\w.-]+\/[\w.-]+\/[\w.-]+) was not found/g),
  ].map((m) => (m[1] ?? "").replace(/^registry\.(terraform\.io|opentofu\.org)\//, ""));
  const names = [...new Set(found)].filter((name) => !sources.includes(name));
  if (names.length === 0 || !/provider/.test(text)) return null;
  return noSimulation(names, sources);
}

export function noSimulation(names: readonly string[], sources: readonly string[], cause?: unknown): RehearsalError {
  const message = `The rehearsal has no simulation of ${names.join(", ")}, and installs no real provider. It simulates ${[...sources].sort().join(", ")}. Take the provider out of the configuration, or let the guard judge a real plan: tofu show -json plan.bin | terroir check -`;
  return new RehearsalError("not-simulated", message, { cause });
}
