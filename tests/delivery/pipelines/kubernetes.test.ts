import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { pipelineFiles } from "../../../delivery/pipelines/index.ts";
import { argoSchema, kubeconform } from "../../tools.ts";
import { rendering } from "./graphs.ts";

const FIXTURES = join(import.meta.dirname, "fixtures", "kubernetes");
const ENGINES = ["flux", "burrito", "argo"] as const;

const program = kubeconform();
const argo = argoSchema();

const text = (engine: (typeof ENGINES)[number], said: object = {}): string =>
  pipelineFiles(engine, rendering({ plans: "https://git.example.eu/plans", ...said }))[0]?.text ?? "";

/** A schema in which what is not said is not admitted, as a cluster has it that checks strictly. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== "object" || schema === null) return schema;
  const all = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return all.properties !== undefined && all.additionalProperties === undefined ? { ...all, additionalProperties: false } : all;
}

function schemas(): string {
  const folder = mkdtempSync(join(tmpdir(), "terroir-schemas-"));
  const write = (name: string, schema: unknown): void => writeFileSync(join(folder, name), JSON.stringify(strict(schema)));
  for (const name of readdirSync(FIXTURES).filter((one) => one.endsWith(".json"))) {
    const { properties = {}, ...rest } = JSON.parse(readFileSync(join(FIXTURES, name), "utf8")) as { properties?: object };
    write(name, { ...rest, properties: { apiVersion: {}, kind: {}, metadata: {}, ...properties } });
  }
  const { definitions } = argo ?? {};
  for (const kind of ["WorkflowTemplate", "CronWorkflow"])
    write(`${kind.toLowerCase()}.json`, { definitions, $ref: `#/definitions/io.argoproj.workflow.v1alpha1.${kind}` });
  return folder;
}

describe.runIf(program !== undefined && argo !== undefined)("resources for Kubernetes, against the engines' own schemas", () => {
  const location = join(schemas(), "{{.ResourceKind}}.json");
  const checked = (yaml: string) => {
    const { stdout, status } = spawnSync(program ?? "", ["-strict", "-summary", "-output", "json", "-schema-location", location, "-"], {
      input: yaml,
      encoding: "utf8",
    });
    const { resources = [], summary } = JSON.parse(stdout) as { resources?: readonly object[]; summary: { readonly valid: number } };
    return { status, wrong: resources, valid: summary.valid };
  };

  it.each(
    ENGINES.flatMap((engine) =>
      [{}, { rehearse: true, before: [". ci/credentials.sh"], namespace: "infra" }].map((said) => [engine, said] as const),
    ),
  )("%s %j passes kubeconform", (engine, said) => {
    expect(checked(text(engine, said))).toEqual({ status: 0, wrong: [], valid: { flux: 13, burrito: 13, argo: 3 }[engine] });
  });

  it.each(ENGINES)("%s with a field that is none is refused, so that passing says something", (engine) => {
    const [, second] = parseAllDocuments(text(engine)).map((document) => document.toJS() as { spec: object });
    expect(checked(stringify({ ...second, spec: { ...second?.spec, dependson: [] } })).status).toBe(1);
  });
});

describe("Flux", () => {
  it("leaves each stack's state where the stack says, and names secrets by cloud and by stack", () => {
    const resources = parseAllDocuments(text("flux")).map((document) => document.toJS() as { metadata: { name: string }; spec: object });
    expect(resources.find(({ metadata }) => metadata.name === "keys")?.spec).toMatchObject({
      approvePlan: "",
      backendConfig: { disable: true },
      dependsOn: [{ name: "landing" }],
      path: "./stacks/keys",
      varsFrom: [{ kind: "Secret", name: "terroir-vars-keys", varsKeys: ["state_passphrase"] }],
    });
  });
});
