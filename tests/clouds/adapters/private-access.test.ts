import { describe, expect, it } from "vitest";
import { recorder, SPECS } from "../../../testing/index.ts";
import { ADAPTERS, placeIn } from "./adapters.ts";

/** OVHcloud's provider gives a machine with user data no firewall: its own filter, in the user data, lets in what is named. */
const FILTERS_ITSELF = ["ovh"];

describe.each(ADAPTERS.filter(([, cloud]) => "privateAccess" in cloud.lower))("the door of %s", (name, cloud) => {
  const [region = ""] = Object.keys(cloud.regions);
  const place = placeIn(cloud, region);
  const make = (ports: readonly number[]) => {
    const { cx, drafts } = recorder(place);
    const spec = SPECS.privateAccess?.["calls out, answers inside"]?.(place);
    if (spec === undefined) throw new Error("the spec has another name now");
    const inside = ports.map((port) => ({
      description: "Carried",
      protocol: "tcp" as const,
      ports: { from: port, to: port },
      peer: { cidr: "10.0.0.0/16" },
    }));
    cloud.lower.privateAccess?.({ ...spec, inside }, cx);
    return JSON.stringify(drafts());
  };

  it.skipIf(FILTERS_ITSELF.includes(name))("lets in what is carried from inside, which it would else drop unsaid", () => {
    expect(make([15_432])).toContain("15432");
    expect(make([])).not.toContain("15432");
  });
});
