import { expect, it } from "vitest";
import { refuseArgumentsOf } from "../../engines/index.ts";
import { probe } from "../../engines/probe.ts";
import { programs } from "./fake.ts";

it.each([
  [{ TF_CLI_ARGS_plan: "-var=region=BHS5" }, /^TF_CLI_ARGS_plan gives the engine -var=…, which nobody would have judged\./],
  [{ TF_CLI_ARGS: "-no-color -var-file out.tfvars" }, /gives the engine -var-file out\.tfvars,/],
  [{ TF_CLI_ARGS_init: "-backend-config=bucket=elsewhere" }, /^TF_CLI_ARGS_init /],
  [{ TF_CLI_ARGS_apply: "--target=ovh_cloud_project_kube.k" }, /^TF_CLI_ARGS_apply /],
  [{ TF_CLI_ARGS_plan: "-parallelism=30 -lock-timeout=5m", TF_CLI_ARGS_init: "-upgrade" }, undefined],
  [{ TF_CLI_ARGS_plan: "-refresh=false" }, /^TF_CLI_ARGS_plan gives the engine -refresh=…,/],
  [{ TF_CLI_ARGS: "-refresh=0" }, /^TF_CLI_ARGS gives/],
  [{ TF_CLI_ARGS_plan: "-refresh-only" }, /^TF_CLI_ARGS_plan gives/],
  [{ TF_CLI_ARGS_plan: "-refresh -refresh=true" }, undefined],
  [{ TF_CLI_ARGS_fmt: "-recursive" }, undefined],
  [{}, undefined],
])("of %j", (env, says) => {
  const refuse = () => refuseArgumentsOf(env);
  if (says === undefined) expect(refuse).not.toThrow();
  else expect(refuse).toThrow(says);
});

it("an engine is asked what it is without them", async () => {
  const folder = programs({ tofu: '[ -z "$TF_CLI_ARGS" ] && echo "OpenTofu v1.12.6"' });
  process.env["TF_CLI_ARGS"] = "-var-file=x.tfvars";
  try {
    expect((await probe(`${folder}/tofu`, "tofu on PATH")).engine?.version).toBe("1.12.6");
  } finally {
    delete process.env["TF_CLI_ARGS"];
  }
});

it("a program that does not answer is asked again, and is not taken for no engine", async () => {
  const folder = programs({
    late: `if [ -e "$0.asked" ]; then echo "OpenTofu v1.12.6"; else touch "$0.asked"; exec sleep 20; fi`,
    never: "exec sleep 20",
  });
  expect((await probe(`${folder}/late`, "cache", [400, 10_000])).engine?.version).toBe("1.12.6");
  const { engine, candidate } = await probe(`${folder}/never`, "cache", [100, 200]);
  expect([engine, candidate.outcome]).toEqual([null, "silent"]);
  expect(candidate.because).toMatch(/did not answer within 0\.2 s\. Is the machine busy\?/);
});
