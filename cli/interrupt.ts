/** Told when somebody wants the command to end. Engines run in process groups of their own, so that they hear of it from us alone. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      process.stderr.write("\nStopping: the engine finishes the call that it is in.\n");
      controller.abort();
      // A second one ends at once, as ever.
      process.removeAllListeners(signal);
    });
  }
  return controller.signal;
}
