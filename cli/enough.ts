/** Whoever reads us may have enough: `terroir check --json | head`. */
export function endWhenReaderHasEnough(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}
