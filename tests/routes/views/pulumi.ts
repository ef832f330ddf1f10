import type { IsoDate } from "../../../catalogue/sourced.ts";
import { cloudToken } from "../../../clouds/pulumi-tokens.ts";
import { guard, SynthesizedStack } from "../../../engines/pulumi/index.ts";
import { defaultPolicy, type Json, judge, type Report } from "../../../guard/index.ts";
import { readPulumi } from "../../../guard/views/pulumi.ts";
import { openStack } from "../../pulumi/harness.ts";
import { problemsIn } from "../../pulumi/routes/refusal.ts";
import { moduleOf } from "../../pulumi/synthesized/module.ts";
import type { Document } from "../documents/document.ts";

const STACK = "gen";

/** A resource, as Terraform calls it; undefined: something that Terraform has no address for. */
export function addressOf(urn: string): string | undefined {
  const [, , types = "", ...name] = urn.split("::");
  const token = types.split("$").at(-1) ?? "";
  const colon = token.indexOf(":");
  const type = cloudToken(token.slice(0, colon), token.slice(colon + 1), "resource")?.type;
  return type === undefined ? undefined : `${type}.${name.join("::").slice(STACK.length + 1)}`;
}

export interface PulumiViews {
  readonly preview: Report;
  readonly exported: Report;
  /** What became of the program with `guard()` in it: addresses that came to the engine, and names of what was refused. */
  readonly guarded: { readonly previewed: readonly string[]; readonly refused: readonly string[] };
  /** Why the whole program could not be registered, line by line. */
  readonly problems: readonly string[];
}

/** A program in Pulumi's real engine, registered by our own adapter: its preview, and its state once it is up. */
export async function pulumiViews(whole: Document, registrable: Document, asOf: IsoDate): Promise<PulumiViews> {
  const stack = await openStack({ "ovh:endpoint": "" });
  const { stackTraceLimit } = Error;
  // The SDK takes a stack trace for every promise, in case that it never settles: a third of the whole work.
  Error.stackTraceLimit = 0;
  const program = (document: Document) => () => new SynthesizedStack(STACK, moduleOf(document)).outputs;
  try {
    const refused = await stack.preview(program(whole));
    const previewed = await stack.preview(program(registrable));
    if (previewed.code !== 0) throw new Error(problemsIn(previewed.json).join("\n"));
    const guarded = await stack.preview(() => {
      guard();
      return program(registrable)();
    });
    const refusedBy = [
      ...problemsIn(guarded.json)
        .join("\n")
        .matchAll(/The guard refuses gen\/(\S+)\.$/gm),
    ].map(([, name = ""]) => name);
    // Every program has resources elsewhere: where the guard names none, something else ended the preview, a plugin that died above all.
    if (refusedBy.length === 0) throw new Error(`The preview with guard() ended without a refusal: ${ending(guarded)}`);
    const up = await stack.up(program(registrable));
    if (up.code !== 0) throw new Error(`${up.stdout}${up.stderr}`);
    return {
      preview: judge([readPulumi(previewed.json, "preview.json")], defaultPolicy, { asOf }),
      exported: judge([readPulumi(await stack.exported(), "stack.json")], defaultPolicy, { asOf }),
      guarded: {
        previewed: ((guarded.json as { readonly steps?: readonly { readonly urn: string }[] } | null)?.steps ?? []).flatMap(
          ({ urn }) => addressOf(urn) ?? [],
        ),
        refused: refusedBy,
      },
      problems: problemsIn(refused.json).flatMap((text) => text.split("\n").filter((line) => /^ {2}\S/.test(line))),
    };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    stack.close();
  }
}

/** What an engine says of how it ended, its last words included. */
function ending({ code, json, stderr }: { readonly code: number | null; readonly json: Json; readonly stderr: string }): string {
  return [`exit code ${code}`, ...problemsIn(json), stderr.trim().slice(-2000)].filter((text) => text !== "").join("\n");
}
