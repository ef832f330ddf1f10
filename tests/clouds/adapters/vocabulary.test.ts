import { describe, expect, it } from "vitest";
import { InputError, today } from "../../../catalogue/index.ts";
import type { AnyCloud, Concepts, Lower, Place, VolumePerformance } from "../../../clouds/contract/index.ts";
import { recorder, SPECS } from "../../../testing/index.ts";
import { ADAPTERS, placeIn } from "./adapters.ts";

/** One vocabulary of sizes for every cloud: machines, disks, databases; and the operator's own name, always. */

type Kind = "instance" | "volume" | "database";

function offering(cloud: AnyCloud, concept: Kind): Place | undefined {
  return Object.keys(cloud.regions)
    .map((code) => placeIn(cloud, code))
    .find((place) => concept in place.offers);
}

/** What a spec becomes, as text: looked up or drafted; the cloud's refusal, where it refuses. */
function written<C extends Kind>(place: Place, concept: C, change: (spec: Concepts[C]["spec"]) => Concepts[C]["spec"]): string {
  const specs = Object.values(SPECS[concept] as Readonly<Record<string, (at: Place) => Concepts[C]["spec"]>>);
  const refusals: string[] = [];
  for (const spec of specs) {
    const tape = recorder(place);
    try {
      (place.cloud.lower[concept] as unknown as Lower<C>)(change(spec(place)), tape.cx);
      return JSON.stringify([tape.drafts(), tape.lookUps()]);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refusals.push(error.message);
    }
  }
  return `refused: ${refusals.join(" | ")}`;
}

const having = (concept: Kind): readonly (readonly [name: string, place: Place])[] =>
  ADAPTERS.flatMap(([name, cloud]) => {
    const place = offering(cloud, concept);
    return place === undefined ? [] : [[name, place] as const];
  });

describe.each(having("instance"))("machines at %s", (name, place) => {
  it.each([
    [2, 4],
    [2, 8],
    [4, 16],
    [8, 32],
  ])("are asked for by %i processors and %i gigabytes", (cpus, memory) => {
    const text = written(place, "instance", (spec) => ({ ...spec, flavour: { cpus, memory } }));
    const { sizes } = place.cloud;
    // IONOS takes what is asked for as it is.
    if (name === "ionoscloud") return expect(text).toContain(`"cores":${cpus},"ram":${memory * 1024}`);
    // Each operator of an OpenStack has a table of its own, and some sell small machines only: the refusal names the largest.
    if (sizes === undefined) return expect(text).not.toMatch(/^refused(?!.*the largest size that we know there is)/);
    const [, fitting] = Object.entries(sizes.sizes).reduce(
      (best, [own, [c, m]]) => (c >= cpus && m >= memory && (best[0] === 0 || c * m < best[0]) ? [c * m, own] : best),
      [0, ""] as [number, string],
    );
    expect(text).toContain(JSON.stringify(fitting).slice(1, -1));
  });

  it("are asked for by the operator's own name as well", () => {
    expect(written(place, "instance", (spec) => ({ ...spec, flavour: { name: `own-of-${name}` } }))).toContain(`own-of-${name}`);
  });

  it("have a table with a source and a day", () => {
    const { sizes } = place.cloud;
    if (sizes === undefined) return expect(["ionoscloud", "openstack"]).toContain(name);
    expect(Object.keys(sizes.sizes).length).toBeGreaterThan(4);
    expect(sizes.source).toMatch(/https:\/\/\S+\.\S+/);
    expect(sizes.seen <= today()).toBe(true);
    // What nobody read is said to be so.
    expect(sizes.source.startsWith("generally known")).toBe(sizes.verified === false);
  });
});

describe.each(having("volume"))("disks at %s", (_, place) => {
  it.each<VolumePerformance>(["standard", "high", "highest"])(
    "are of the class that answers to %s, or the refusal says what does",
    (performance) => {
      const text = written(place, "volume", (spec) => ({ ...spec, performance }));
      if (text.startsWith("refused")) expect(text).toMatch(/\. [A-Z].+\./);
      else expect(text).toContain("shop-data");
    },
  );

  it("are of two classes at least, where the cloud sells more than one", () => {
    const texts = (["standard", "high", "highest"] as const).map((performance) =>
      written(place, "volume", (spec) => ({ ...spec, performance })),
    );
    const sold = new Set(texts.filter((text) => !text.startsWith("refused")));
    if (texts.some((text) => text.startsWith("refused"))) expect(sold.size).toBeGreaterThan(0);
    else expect(sold.size).toBeGreaterThan(1);
  });
});

describe.each(having("database"))("databases at %s", (name, place) => {
  it.each([4, 8])("are asked for by %i gigabytes of memory", (memory) => {
    expect(written(place, "database", (spec) => ({ ...spec, size: { memory } }))).not.toMatch(/^refused/);
  });

  it("are asked for by the operator's own name of a plan as well", () => {
    expect(written(place, "database", (spec) => ({ ...spec, size: { name: `own-of-${name}` } }))).toContain(`own-of-${name}`);
  });
});
