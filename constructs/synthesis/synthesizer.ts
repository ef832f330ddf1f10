import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AnnotationMetadataEntryType, Aspects, type IStackSynthesizer, type ISynthesisSession, type TerraformStack } from "cdktf";
import { ConstructOrder, type IConstruct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import { stableJson } from "./stable-json.ts";

/**
 * Writes one stack as the library's own synthesizer does, in one walk over the tree instead of five and with `stableJson`.
 * Aspects, validations, custom synthesis and annotations keep their order and meaning.
 */
export class SovereignSynthesizer implements IStackSynthesizer {
  readonly #stack: TerraformStack;
  constructor(stack: TerraformStack) {
    this.#stack = stack;
  }

  synthesize(session: ISynthesisSession): void {
    const stack = this.#stack;
    invokeAspects(stack, [], new Map());
    if (!session.skipValidation) validate(stack);
    const manifest = session.manifest.forStack(stack);
    mkdirSync(join(session.outdir, manifest.workingDirectory), { recursive: true });
    let nodes = stack.node.findAll();
    if (nodes.some((node) => customSynthesisOf(node) !== undefined)) {
      for (const node of stack.node.findAll(ConstructOrder.POSTORDER)) customSynthesisOf(node)?.onSynthesize(session);
      nodes = stack.node.findAll();
    }
    const annotations = annotationsOf(nodes);
    Object.assign(manifest, { annotations });
    const errors = annotations.filter((a) => a.level === AnnotationMetadataEntryType.ERROR);
    if (errors.length > 0 && process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] === undefined)
      throw new Error(`Encountered Annotations with level "ERROR":\n${errors.map((e) => `[${e.constructPath}] ${e.message}`).join("\n")}`);
    writeFileSync(join(session.outdir, manifest.synthesizedStackPath), stableJson(stack.toTerraform(), { split: isFrozen(stack) }));
  }
}

/** The library's own validations; what they find is a mistake of the program's, and is said without a stack trace. */
function validate(stack: TerraformStack): void {
  try {
    stack.runAllValidations();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("Validation failed")) throw error;
    throw withoutTrace(new InputError(error.message.trim(), { cause: error }));
  }
}

type Aspect = { visit(node: IConstruct): void };

function invokeAspects(node: IConstruct, inherited: readonly Aspect[], seen: Map<IConstruct, Set<Aspect>>): void {
  const own = aspectsOf(node);
  const all = own.length === 0 ? inherited : [...inherited, ...own];
  for (const aspect of all) {
    const visited = seen.get(node) ?? new Set();
    if (visited.has(aspect)) continue;
    aspect.visit(node);
    seen.set(node, visited.add(aspect));
  }
  for (const child of node.node.children) invokeAspects(child, all, seen);
}

/** The mark that the library leaves on a construct when somebody asks for its aspects; without it, it has none, and asking would make some. */
const [ASPECTS] = Object.getOwnPropertySymbols(marked());

function marked(): object {
  const probe = {};
  Aspects.of(probe as IConstruct);
  return probe;
}

function aspectsOf(node: IConstruct): readonly Aspect[] {
  return ASPECTS === undefined || ASPECTS in node ? Aspects.of(node).all : [];
}

const CUSTOM_SYNTHESIS = Symbol.for("cdktf/customSynthesis");

function customSynthesisOf(node: IConstruct): { onSynthesize(session: ISynthesisSession): void } | undefined {
  return (node as { [CUSTOM_SYNTHESIS]?: { onSynthesize(session: ISynthesisSession): void } })[CUSTOM_SYNTHESIS];
}

const LEVELS: ReadonlySet<string> = new Set(Object.values(AnnotationMetadataEntryType));

function annotationsOf(nodes: readonly IConstruct[]) {
  const found = [];
  for (const { node } of nodes)
    for (const entry of node.metadata)
      if (LEVELS.has(entry.type))
        found.push({
          constructPath: node.path,
          level: entry.type as AnnotationMetadataEntryType,
          message: entry.data as string,
          stacktrace: entry.trace,
        });
  return found;
}

/** cdktf itself, which ended with 0.21, and not its fork. */
const isFrozen = (stack: TerraformStack): boolean => /^0\.(?:[01]?\d|2[01])\./.test(String(stack.node.tryGetContext("cdktfVersion")));
