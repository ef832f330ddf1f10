import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CloudProjectKube } from "@cdktf/provider-ovh/cloud-project-kube";
import { TerraformResource, TerraformVariable } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { Bucket, DataCentre, Identity, KeyRing, resourcesOf, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourcesIn } from "../../constructs/sources.ts";
import { sourceOf } from "../../constructs/trace.ts";
import { GRA, type Somewhere } from "./in-stack.ts";

const scratch = mkdtempSync(join(tmpdir(), "terroir-trace-"));
const file = fileURLToPath(import.meta.url);
const account = { project: "0".repeat(32) };
let app: SovereignApp;
let stack: SovereignStack<Somewhere>;
beforeAll(() => {
  app = new SovereignApp({ outdir: join(scratch, "out") });
  stack = new SovereignStack<Somewhere>(app, "s", { at: GRA as unknown as Somewhere, account });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The line that calls this. */
function here(): number {
  const line = /trace\.test\.ts:(\d+)/.exec(new Error().stack?.split("\n")[2] ?? "")?.[1];
  return Number(line);
}

const lineOf = (element: IConstruct) => {
  const found = sourceOf(element);
  expect(found?.file).toBe(file);
  return found?.line;
};

/** A class of the user's own: the line is that of its constructor, where the resource is described. */
class Own extends TerraformResource {
  static line = 0;
  constructor(scope: Construct, id: string) {
    Own.line = here() + 1;
    super(scope, id, { terraformResourceType: "x_own" });
  }
}

class Heir extends Own {
  readonly more = true;
}

/** What a company puts around ours. */
class CompanyBucket extends Construct {
  static line = 0;
  readonly bucket: Bucket;
  constructor(scope: Construct, id: string) {
    super(scope, id);
    CompanyBucket.line = here() + 1;
    this.bucket = new Bucket(this, "inner");
  }
}

const resourceOf = (construct: Construct): TerraformResource => {
  const [resource] = resourcesOf(construct);
  if (resource === undefined) throw new Error("it lowered to nothing");
  return resource;
};

const raw = (id: string) => ({ made: new TerraformResource(stack, id, { terraformResourceType: "x_raw" }), line: here() });

describe("the line that made", () => {
  it("a resource of the library's own class is that of the call", () => {
    const { made, line } = raw("raw");
    expect(lineOf(made)).toBe(line);
  });

  it("a variable is that of the call", () => {
    const [line, made] = [here(), new TerraformVariable(stack, "v", {})];
    expect(lineOf(made)).toBe(line);
  });

  it("a resource of a binding's class is that of the call", () => {
    const [line, made] = [here(), new CloudProjectKube(stack, "kube", { serviceName: "abc", region: "GRA11" })];
    expect(lineOf(made)).toBe(line);
  });

  it("a resource of the user's class is that of the class's constructor", () => {
    expect(lineOf(new Own(stack, "own"))).toBe(Own.line);
    expect(lineOf(new Heir(stack, "heir"))).toBe(Own.line);
  });

  it("any of very many resources is its own, whoever makes them", () => {
    const kube = (id: string) => [here(), new CloudProjectKube(stack, id, { serviceName: "abc", region: "GRA11" })] as const;
    const deeper = (id: string, depth: number): readonly [number, IConstruct] => (depth === 0 ? kube(id) : deeper(id, depth - 1));
    for (let i = 0; i < 100; i++) {
      expect(lineOf(new Own(stack, `own-${i}`))).toBe(Own.line);
      expect(lineOf(new Heir(stack, `heir-${i}`))).toBe(Own.line);
      const { made, line } = raw(`raw-${i}`);
      expect(lineOf(made)).toBe(line);
      const [where, one] = deeper(`kube-${i}`, i % 5);
      expect(lineOf(one)).toBe(where);
    }
    const [line, elsewhere] = [here(), new TerraformResource(stack, "elsewhere", { terraformResourceType: "x_raw" })];
    expect(lineOf(elsewhere)).toBe(line);
  });

  it("the resources of a construct is that of the construct", () => {
    const [line, bucket] = [here(), new Bucket(stack, "media")];
    for (const made of resourcesOf(bucket)) expect(lineOf(made)).toBe(line);
    const [second, other] = [here(), new Bucket(new DataCentre(stack, "dc", { at: ovh("SBG5") }), "media")];
    for (const made of resourcesOf(other)) expect(lineOf(made)).toBe(second);
    expect(lineOf(resourceOf(bucket))).toBe(line);
  });

  it("the resources of a construct in a company's is that of the company", () => {
    const { bucket } = new CompanyBucket(stack, "company");
    expect(lineOf(resourceOf(bucket))).toBe(CompanyBucket.line);
  });

  it("what a construct makes later is that of the call which made it do so", () => {
    const [keys, reader] = [new KeyRing(stack, "keys"), new Identity(stack, "reader")];
    const [line, access] = [here(), keys.grantDecrypt(reader)];
    const made = [access, ...access.node.findAll()].flatMap((one) => (TerraformResource.isTerraformResource(one) ? [one] : []));
    expect(made.length).toBeGreaterThan(0);
    for (const one of made) expect(lineOf(one)).toBe(line);
  });

  it("is found by the path of the construct, and nowhere for a path of nothing", () => {
    const [line, made] = [here(), new Own(stack, "by-path")];
    expect(line).toBeGreaterThan(0);
    expect(sourcesIn(app)(made.node.path)).toMatchObject({ file: relative(process.cwd(), file), line: Own.line });
    expect(sourcesIn(app)("s/nothing/here")).toBeUndefined();
  });
});
