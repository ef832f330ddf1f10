import { describe, expect, it } from "vitest";
import type { AnswerContext, SimulatedObject } from "../../clouds/contract/rehearsal.ts";
import { rehearsal as otc } from "../../clouds/opentelekomcloud/rehearsal.ts";
import { rehearsal as outscale } from "../../clouds/outscale/rehearsal.ts";

const under = (provider: SimulatedObject): AnswerContext => ({
  provider,
  seed: (salt) => salt,
  uuid: (salt) => salt,
  known: (name) => name,
});

describe("a rehearsal lists every zone of the region that is asked, since code counts on a second one", () => {
  const subregions = (provider: SimulatedObject, config: SimulatedObject = {}) => {
    const answer = outscale.dataSources?.outscale_subregions?.(config, under(provider));
    return (answer?.subregions as SimulatedObject[] | undefined)?.map((one) => one.subregion_name);
  };
  it.each<[string, SimulatedObject, readonly string[]]>([
    ["the block's region", { region: "cloudgouv-eu-west-1" }, ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"]],
    ["that of the block api", { api: [{ region: "eu-west-2" }] }, ["eu-west-2a", "eu-west-2b"]],
    ["a region that nobody knows", { region: "eu-north-9" }, ["eu-north-9a", "eu-north-9b"]],
  ])("Outscale: %s", (_, provider, expected) => {
    expect(subregions(provider)).toEqual(expected);
  });
  it("Outscale: those that are asked for by name", () => {
    const filter = [{ name: "subregion_names", values: ["eu-west-2b"] }];
    expect(subregions({ region: "eu-west-2" }, { filter })).toEqual(["eu-west-2b"]);
  });

  it.each<[string, SimulatedObject, SimulatedObject, string]>([
    ["its own region", { region: "eu-nl" }, { region: "eu-de" }, "eu-nl"],
    ["the block's region", {}, { region: "eu-nl", auth_url: "https://iam.eu-de.otc.t-systems.com/v3" }, "eu-nl"],
    ["the project's", {}, { region: null, tenant_name: "eu-nl_shop", auth_url: "https://iam.eu-de.otc.t-systems.com/v3" }, "eu-nl"],
    ["the address's", {}, { auth_url: "https://iam.eu-de.otc.t-systems.com/v3" }, "eu-de"],
    ["none that is said", {}, {}, "eu-de"],
  ])("Open Telekom Cloud: %s", (_, config, provider, region) => {
    const answer = otc.dataSources?.opentelekomcloud_compute_availability_zones_v2?.(config, under(provider));
    const names = (answer?.names ?? []) as readonly string[];
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => name.startsWith(region))).toBe(true);
  });
});
