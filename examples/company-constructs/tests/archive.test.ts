import { Bucket, DataCentre, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { portabilityProblems, synthesized } from "terroir/testing";
import { expect, it } from "vitest";
import { Archive, type ArchiveProps, policy } from "../index.ts";

const written = (props: ArchiveProps) => {
  const { refusals, resources } = synthesized(
    (app) => void new Archive(new SovereignStack(app, "test", { at: ovh("GRA11") }), "archive", props),
    { policy },
  );
  expect(refusals).toEqual([]);
  return resources("ovh_cloud_project_storage");
};

it.each([
  [{}, "P90D"],
  [{ keepDays: 365 }, "P365D"],
  [{ keepDays: 7 }, "P30D"],
] as const)("locks objects: %j", (props, period) => {
  expect(written(props)).toMatchObject([{ object_lock: { status: "enabled", rule: { mode: "governance", period } } }]);
});

it("locks its copy as well", () => {
  const buckets = written({ replicateTo: ovh("SBG5") });
  expect(buckets.map(({ region_name }) => region_name).sort()).toEqual(["GRA", "SBG"]);
  for (const bucket of buckets) expect(bucket).toMatchObject({ object_lock: { status: "enabled" }, lifecycle: { prevent_destroy: true } });
});

it("is a Bucket, and is taken where one is", () => {
  const { refusals, resources } = synthesized((app) => {
    const stack = new SovereignStack(app, "test", { at: ovh("GRA11") });
    const copy = new Archive(new DataCentre(stack, "east", { at: ovh("SBG5") }), "copy");
    expect(copy).toBeInstanceOf(Bucket);
    new Bucket(stack, "papers", { replicateTo: copy });
  });
  expect(refusals).toEqual([]);
  expect(resources("ovh_cloud_project_storage")).toHaveLength(2);
});

it("can be had at all our sites", () => {
  const sites = [ovh("GRA11"), ovh("SBG5"), ovh("EU-WEST-PAR")];
  expect(portabilityProblems(sites, (stack) => void new Archive(stack, "archive"), { policy })).toEqual([]);
});

it("does not compile with what Acme has decided", () => {
  // @ts-expect-error An archive keeps versions; nobody turns that off.
  const props: ArchiveProps = { versioned: false };
  expect(props).toBeDefined();
});
