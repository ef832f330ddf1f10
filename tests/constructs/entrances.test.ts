import { describe, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import { Anywhere, LoadBalancer, Network, SovereignStack } from "../../constructs/index.ts";
import { definePolicy } from "../../guard/index.ts";
import { synthesized } from "../../testing/index.ts";

const refused = (parameters: Parameters<typeof definePolicy>[0]["parameters"], port = 443) =>
  synthesized(
    (app) => {
      const stack = new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" } });
      const to = { addresses: ["10.0.0.10"], port: 8443 };
      new LoadBalancer(stack, "front", {
        network: new Network(stack, "network"),
        publicAddress: true,
        listeners: { web: { certificate: "pass-through", port, from: [Anywhere], to } },
      });
    },
    { policy: definePolicy({ ...(parameters && { parameters }) }) },
  ).refusals.map((refusal) => refusal.split(":")[0]);

const entrances = { "isolation/public-address": { entrances: ["shop/front"] } };
const open = { "isolation/ingress": { publicPorts: [443] } };

describe("a public load balancer that answers everybody is let in", () => {
  it.each([
    ["by no word of the policy", undefined, ["isolation/ingress", "isolation/public-address"]],
    ["by its name alone", entrances, ["isolation/ingress"]],
    ["by its port alone", open, ["isolation/public-address"]],
    ["by its name and its port", { ...entrances, ...open }, []],
  ])("%s", (_, parameters, wanted) => {
    expect(refused(parameters).sort()).toEqual(wanted);
  });

  it("on another port than the policy names", () => {
    expect(refused({ ...entrances, ...open }, 8443)).toEqual(["isolation/ingress"]);
  });
});
