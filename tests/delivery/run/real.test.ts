import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Told } from "../../../delivery/index.ts";
import { recordsIn } from "../../../delivery/records/index.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { buckets, go, outcomes, project } from "./project.ts";

const SECRET = "correct-horse-battery";

/** Nothing simulated: the engine's own built-in resource, which needs no provider and no cloud. */
const STACKS = {
  first: {
    document: {
      variable: { key: { sensitive: true } },
      resource: { terraform_data: { x: { input: "${var.key}" } } },
      output: { it: { value: "${terraform_data.x.id}" }, hidden: { value: "${var.key}", sensitive: true } },
    },
  },
  second: {
    reads: { first: ["it"] },
    document: { resource: { terraform_data: { y: { input: "${data.terraform_remote_state.first.outputs.it}" } } } },
  },
};

const files = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

describe.runIf(anyEngine)("a deployment that is real", () => {
  it("keeps records beside the states, and the secret nowhere but in the states, of which one reads the other", async () => {
    const here = project(STACKS);
    const real = { rehearse: false, variables: { key: SECRET } };
    expect(outcomes(await go("deploy", here, real))).toEqual({ first: "applied", second: "applied" });
    expect(outcomes(await go("plan", here, real))).toEqual({ first: "unchanged", second: "unchanged" });
    expect(recordsIn(join(here.folder, "terraform.first.records")).length).toBe(3);
    const told = files(here.folder).filter((file) => readFileSync(file, "utf8").includes(SECRET));
    expect(told.map((file) => file.slice(here.folder.length + 1))).toEqual(["terraform.first.tfstate", "terraform.second.tfstate"]);
    expect(outcomes(await go("destroy", here, real))).toEqual({ first: "destroyed", second: "destroyed" });
  });

  it("keeps no plan that holds a secret in clear", async () => {
    const here = project(STACKS);
    const planned = await go("plan", here, {
      rehearse: false,
      variables: { key: SECRET },
      only: ["first"],
      out: join(here.folder, "plans"),
    });
    expect(planned.stacks[0]?.failure?.causes.join()).toMatch(/holds secrets, and would be kept in clear/);
    expect(files(here.folder).filter((file) => file.endsWith(".tfplan"))).toEqual([]);
  });
});

describe.runIf(anyEngine)("a run that is stopped", () => {
  it("lets the engine finish what it is at, tells what is true, and is finished by the next", async () => {
    const here = project({ a: buckets(40), b: buckets(1, { dependencies: ["a"] }) });
    const stop = new AbortController();
    const told: Told[] = [];
    const faults = [{ on: "create", kind: "slow", delay: 1500 }] as const;
    const running = go("deploy", here, { faults, signal: stop.signal, told });
    while (!told.some((one) => "phase" in one && / of 40, /.test(one.note ?? ""))) await wait(50);
    stop.abort();
    const stopped = await running;
    expect(outcomes(stopped)).toEqual({ a: "interrupted", b: "not-begun" });
    expect(stopped.stacks[0]?.failure?.truth.join("\n")).toMatch(/made: .*[\s\S]*What was done is in the state/);
    const next = await go("deploy", here);
    expect(outcomes(next)).toEqual({ a: "applied", b: "applied" });
    expect(next.stacks[0]?.counts?.add).toBeLessThan(40);
  });
});
