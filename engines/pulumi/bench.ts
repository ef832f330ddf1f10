/** What a program has registered so far, judged one by one: each with its provider and with what it points at. */
import { pulumiPackage } from "../../clouds/pulumi.ts";
import { defaultPolicy, type Finding, judge, type Policy } from "../../guard/index.ts";
import type { Json } from "../../guard/values/json.ts";
import { type Registered, readRegistered } from "../../guard/views/pulumi/gather.ts";

/** Rules that look at the program as a whole: a list of who may enter may be registered later than what it protects. */
const WHOLE: ReadonlySet<string> = new Set(["isolation/ingress", "encryption/at-rest", "state/backend"]);

export class Bench {
  readonly #policy: Policy;
  readonly #config: Json;
  readonly #known = new Map<string, Registered>();

  /** @param config the stack's configuration, `ovh:endpoint`: default providers take theirs from it */
  constructor(policy: Policy = defaultPolicy, config: Json = {}) {
    this.#policy = policy;
    this.#config = config;
  }

  /**
   * Refusals of one resource; it is remembered for those that point at it. A provider calls nobody by itself, and is refused with the first that
   * runs under it: Pulumi's SDK waits for ever for a provider that was not registered.
   */
  judge(one: Registered): readonly Finding[] {
    this.#known.set(one.urn, one);
    if (one.token.startsWith("pulumi:providers:")) return [];
    const together = [...this.#around(one), one];
    const infrastructure = readRegistered(together, "the program", {
      shown: "It was registered before the guard: call guard() first.",
      unseen: [],
      config: this.#config,
    });
    const addresses = new Set([one.urn, `import.${one.urn}`, providerUrn(one)]);
    return judge([infrastructure], this.#policy).findings.filter(
      ({ address, rule, verdict }) => (verdict === "outside" || verdict === "undecided") && !WHOLE.has(rule) && addresses.has(address),
    );
  }

  /** Whether it was registered after the guard. */
  knows(urn: string): boolean {
    return this.#known.has(urn);
  }

  /** What came of a resource that was judged: whoever names its id can be told from whoever names another. */
  learn(urn: string, said: Pick<Registered, "id" | "outputs">): void {
    const known = this.#known.get(urn);
    if (known !== undefined) this.#known.set(urn, { ...known, ...said });
  }

  /** Refusals of what the engine is about to make, where it is no longer what was judged. */
  judgeMade(urn: string, token: string, inputs: Json): readonly Finding[] {
    const known = this.#known.get(urn);
    if (known !== undefined && isSaid(inputs, known.inputs)) return [];
    return this.judge(known === undefined ? { urn, token, custom: true, inputs } : { ...known, inputs });
  }

  /** Its provider, and whatever it points at, by whatever way. */
  #around(one: Registered): readonly Registered[] {
    const found = new Map<string, Registered>();
    const follow = (urns: readonly string[]): void => {
      for (const urn of urns) {
        const other = this.#known.get(urn);
        if (other === undefined || other === one || found.has(urn)) continue;
        found.set(urn, other);
        follow(pointsAt(other));
      }
    };
    follow(pointsAt(one));
    return [...found.values()];
  }
}

/** The engine adds what the provider fills in; what was written must still be there. */
function isSaid(made: Json, written: Json): boolean {
  const [after, before] = [members(made), members(written)];
  return Object.keys({ ...after, ...before }).every(
    (key) => key.startsWith("__") || JSON.stringify(after[key] ?? null) === JSON.stringify(before[key] ?? null),
  );
}

const members = (json: Json): Readonly<Record<string, Json>> =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Readonly<Record<string, Json>>) : {};

const providerUrn = ({ providerReference = "" }: Registered): string =>
  providerReference.slice(0, Math.max(0, providerReference.lastIndexOf("::")));

function pointsAt(one: Registered): readonly string[] {
  const { inputs, dependencies } = one;
  const properties = typeof inputs === "object" && inputs !== null ? Object.keys(inputs) : [];
  return [providerUrn(one), ...properties.flatMap((name) => dependencies?.(name) ?? [])];
}

/** The provider that the engine makes where the program names none, as it calls it. */
export function defaultProviderOf(stack: string, token: string, pluginDownloadURL: string | undefined): string {
  const name = token.slice(0, token.indexOf(":"));
  const official = pulumiPackage(name)?.server;
  const suffix = pluginDownloadURL === undefined || pluginDownloadURL === official ? "" : `_${pluginDownloadURL}`;
  return `${stack}::pulumi:providers:${name}::default_0_0_0${suffix}::default`;
}

/** Findings as a person reads them where the program runs. */
export function refusalText(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, path, message, want, remedy, verdict }) =>
      [
        `${rule} (${verdict}): ${path === "" ? "" : `${path}: `}${message}`,
        ...(want ? [`  want  ${want}`] : []),
        ...(remedy ? [`  fix   ${remedy}`] : []),
      ].join("\n"),
    )
    .join("\n");
}
