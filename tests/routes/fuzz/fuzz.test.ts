import { describe, expect, it } from "vitest";
import { defaultPolicy, type Infrastructure, InputError, judge, readDocument } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { planOf } from "../../../guard/views/plan.ts";
import { openBytes, openSource } from "../../../guard/views/shown/open.ts";
import { sourceOfBytes, windowsOf } from "../../../guard/views/shown/source.ts";
import { stateOf } from "../../../guard/views/state.ts";
import { parseJson } from "../../../guard/views/synthesized/parse-json.ts";
import { AS_OF, change, plan, SURROUNDINGS } from "../../guard/judging.ts";
import { mutated, random } from "./mutations.ts";

/** Every resource is outside by more than one way, so that no single damage makes it right. */
const far = (name: string): { readonly [key: string]: Json } => ({
  service_name: "p",
  name,
  region: "BHS5",
  backup_regions: ["BHS5", "UK1"],
  nodes: [{ region: "UK1" }, { region: "BHS5", subnet_id: null }],
});
const TYPES = ["ovh_cloud_project_kube", "ovh_cloud_project_database", "ovh_cloud_project_network_private", "ovh_cloud_project_instance"];
const addressOf = (index: number): string => `${index % 2 === 0 ? "" : 'module.m["a.b"].'}${TYPES[index % 4]}.r${index}`;
const changes = Array.from({ length: 8 }, (_, index) =>
  change(addressOf(index), far(`r${index}`), {
    ...(index % 2 === 1 && { module_address: 'module.m["a.b"]' }),
    change: { after_unknown: { id: true, nodes: [{}, {}] }, after_sensitive: { name: true } },
  }),
);
const values = changes.map((one) => {
  const { address, mode, type, name, provider_name } = one as { readonly [key: string]: Json };
  return { address, mode, type, name, provider_name, values: far("k"), sensitive_values: {} } as Json;
});
const planned = { planned_values: { root_module: { resources: values } } };

const resources = Object.fromEntries(TYPES.map((type) => [type, { a: far("a"), b: { ...far("b"), region: "${var.far}" } }]));
const document: Json = { ...SURROUNDINGS, variable: { far: { default: "UK1" } }, resource: resources };

const KINDS: readonly (readonly [kind: string, bytes: Buffer, read: (bytes: Buffer) => Infrastructure])[] = [
  ["plan", Buffer.from(JSON.stringify(plan(changes, planned))), (bytes) => planOf(openBytes(bytes, "x"), "x")],
  [
    "plan, streamed",
    Buffer.from(JSON.stringify(plan(changes, planned), null, 1)),
    (bytes) => planOf(openSource(sourceOfBytes(bytes), "x", 512), "x"),
  ],
  [
    "plan, stepped over",
    Buffer.from(JSON.stringify(plan(changes, planned))),
    (bytes) => planOf(openSource(windowsOf(bytes, 4000), "x", 4000), "x"),
  ],
  [
    "state",
    Buffer.from(JSON.stringify({ format_version: "1.0", terraform_version: "1.12.6", values: { root_module: { resources: values } } })),
    (bytes) => stateOf(openBytes(bytes, "x"), "x"),
  ],
  ["configuration", Buffer.from(JSON.stringify(document)), (bytes) => readDocument(parseJson(bytes, "x.tf.json"), "x.tf.json")],
];

const CASES = Number(process.env["TERROIR_FUZZ"] ?? 1200);
const SEED = Number(process.env["TERROIR_SEED"] ?? 20261128);

/** What came of damaged bytes; whatever is thrown that is no answer for people is a crash. */
function outcome(bytes: Buffer, read: (bytes: Buffer) => Infrastructure): "answered" | "refused" | "inside" | "empty" {
  try {
    const { verdict, resources: judged } = judge([read(bytes)], defaultPolicy, { asOf: AS_OF });
    return verdict === "refused" ? "refused" : judged.some(({ type }) => TYPES.includes(type)) ? "inside" : "empty";
  } catch (error) {
    if (error instanceof InputError) return "answered";
    throw error;
  }
}

describe.each(KINDS)("a damaged %s", (_kind, bytes, read) => {
  it("is refused as it is", () => {
    expect(outcome(bytes, read)).toBe("refused");
  });

  it(`is refused or answered, and never hangs: ${CASES / KINDS.length} cases from seed ${SEED}`, () => {
    const counts = { answered: 0, refused: 0, inside: 0, empty: 0 };
    for (let seed = SEED; seed < SEED + CASES / KINDS.length; seed++) {
      const pick = random(seed * 2654435761);
      let damaged = mutated(bytes, pick);
      if (pick(4) === 0) damaged = mutated(damaged, pick);
      const start = performance.now();
      const found = outcome(damaged, read);
      counts[found]++;
      if (found === "inside" || found === "empty")
        throw new Error(`seed ${seed} is ${found}: ${damaged.toString("latin1").slice(0, 5000)}`);
      if (performance.now() - start > 20_000) throw new Error(`seed ${seed} takes too long`);
    }
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.answered).toBeGreaterThan(0);
  }, 3_600_000);
});
