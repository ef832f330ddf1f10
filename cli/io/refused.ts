import type { Report } from "../../guard/index.ts";

/** Says on standard error what was refused, and what did not happen therefore; results alone go to standard output. */
export async function refused(report: Report, policyFile: string | undefined, therefore: string): Promise<void> {
  const [{ text }, { marks }] = await Promise.all([import("../../evidence/formats/text.ts"), import("./colour.ts")]);
  const hint =
    policyFile === undefined && report.policy === "eu"
      ? 'It was judged under the default policy. If the program has one of its own, give the same to this command: --policy FILE, or "terroir": { "policy": FILE } in cdktf.json.\n'
      : "";
  process.stderr.write(`${text(report, marks(process.stderr))}${therefore}\n${hint}`);
}
