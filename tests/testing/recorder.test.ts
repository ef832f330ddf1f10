import { expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import { recorder } from "../../testing/index.ts";

it("records drafts in order, with references as Terraform writes them", () => {
  const { cx, drafts } = recorder(ovh("GRA11"));
  const net = cx.resource("net", "n", { region: cx.region });
  cx.resource("subnet", "s", { net: net.ref("id"), name: net.ref("current_state.name") }, { dependsOn: [net], preventDestroy: true });
  expect(drafts()).toEqual([
    { type: "net", id: "n", args: { region: "GRA11" }, options: {} },
    {
      type: "subnet",
      id: "s",
      args: { net: "${net.n.id}", name: "${net.n.current_state.name}" },
      options: { dependsOn: [net], preventDestroy: true },
    },
  ]);
});

it("refuses the same id twice, as an engine would", () => {
  const { cx } = recorder(ovh("GRA11"));
  cx.resource("net", "n", {});
  expect(() => cx.resource("net", "n", {})).toThrow('net "n" is drafted twice: ids are unique within a construct.');
});

it("writes what was promised as late as it is read", () => {
  const { cx, drafts } = recorder(ovh("GRA11"));
  const statements: string[] = [];
  cx.resource("policy", "p", { policy: cx.later(() => JSON.stringify(statements)), deep: [{ a: cx.later(() => statements.length) }] });
  statements.push("read");
  expect(drafts()[0]?.args).toEqual({ policy: '["read"]', deep: [{ a: 1 }] });
  statements.push("write");
  expect(drafts()[0]?.args).toEqual({ policy: '["read","write"]', deep: [{ a: 2 }] });
});

it("looks up and picks", () => {
  const { cx, drafts, lookUps } = recorder(ovh("GRA11"));
  const all = cx.lookUp("flavours", "f", { region: "GRA11" });
  expect(cx.pick(all, "list", { name: 'b3-8"' }, "id")).toBe('${one([for x in data.flavours.f.list : x.id if x.name == "b3-8\\""])}');
  expect(drafts()).toEqual([]);
  expect(lookUps()).toEqual([{ type: "flavours", id: "f", args: { region: "GRA11" }, options: {} }]);
});

it("makes up an account, the same each time", () => {
  expect(recorder(ovh("GRA11")).cx.account).toEqual(recorder(ovh("SBG5")).cx.account);
  expect(recorder(ovh("GRA11")).cx.account["project"]).toMatch(/^[0-9a-f]{32}$/);
  expect(recorder(ovh("GRA11"), { project: "mine" }).cx.account).toEqual({ project: "mine" });
});
