import { Identity, Network, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { synthesized } from "terroir/testing";
import { expect, it } from "vitest";
import { Ledger, policy } from "../index.ts";

const books = () =>
  synthesized(
    (app) => {
      const stack = new SovereignStack(app, "books", { at: ovh("GRA11") });
      const ledger = new Ledger(stack, "ledger", { network: new Network(stack, "network") });
      ledger.grantBookkeeping(new Identity(stack, "bookkeeper"));
    },
    { policy },
  );

it("is inside Acme's policy", () => {
  const { report, refusals } = books();
  expect(refusals).toEqual([]);
  expect(report.rules).toContain("acme/buckets-keep-30-days");
});

it("has three nodes in the private network, and nobody deletes it by mistake", () => {
  const [database, ...more] = books().resources("ovh_cloud_project_database");
  expect(more).toEqual([]);
  expect(database?.["nodes"]).toHaveLength(3);
  expect(database).toMatchObject({ engine: "postgresql", deletion_protection: true });
});

it("keeps closed years for ten of them", () => {
  expect(books().resources("ovh_cloud_project_storage")).toMatchObject([{ object_lock: { rule: { period: "P3653D" } } }]);
});

it("does not compile where databases are not sold", () => {
  const build = () =>
    synthesized((app) => {
      const stack = new SovereignStack(app, "books", { at: ovh("EU-WEST-LZ-BRU-A") });
      const network = new Network(stack, "network");
      // @ts-expect-error Brussels is a local zone: no managed databases.
      new Ledger(stack, "ledger", { network });
    });
  expect(build).toThrow(/offers no (database|bucket)/);
});
