/** Asks before something real is changed, where somebody is there to be asked. */
export async function confirmed(question: string): Promise<boolean> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return true;
  const { confirm, isCancel } = await import("@clack/prompts");
  const said = await confirm({ message: question, initialValue: false, output: process.stderr });
  return said === true && !isCancel(said);
}
