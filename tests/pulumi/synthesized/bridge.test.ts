import { expect, it } from "vitest";
import { SynthesizedStack } from "../../../engines/pulumi/index.ts";
import { openStack, pulumiEngine } from "../harness.ts";
import { moduleOf } from "./module.ts";

const document = {
  provider: { outscale: [{ region: "eu-west-2" }] },
  resource: {
    outscale_net: { main: { ip_range: "10.0.0.0/16" } },
    outscale_subnet: { a: { net_id: "${outscale_net.main.net_id}", ip_range: "10.0.1.0/24", tags: [{ key: "site", value: "a" }] } },
  },
  output: { net: { value: "${outscale_net.main.net_id}" } },
};

it.skipIf(pulumiEngine === null)(
  "a provider without a package runs under Pulumi's bridge, which is told which provider it is",
  async () => {
    const stack = await openStack();
    try {
      const up = await stack.up(() => new SynthesizedStack("cloud", moduleOf(document)).outputs);
      expect([up.code, up.stderr]).toEqual([0, ""]);
      expect(stack.world.list().map(([, { type, attributes }]) => [type, attributes["ip_range"], attributes["tags"]])).toEqual([
        ["outscale_net", "10.0.0.0/16", expect.anything()],
        ["outscale_subnet", "10.0.1.0/24", [{ key: "site", value: "a" }]],
      ]);
      expect(JSON.stringify(await stack.exported())).toContain("terraform-provider");
    } finally {
      stack.close();
    }
  },
);
