import { expect, it } from "vitest";
import { ionoscloud } from "../../clouds/ionoscloud/index.ts";
import { Database, FileShare, Instance, Network, PrivateAccess, SovereignApp, SovereignStack } from "../../constructs/index.ts";

const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";

function site() {
  const stack = new SovereignStack(new SovereignApp(), "shop", { at: ionoscloud("de/fra") });
  const network = new Network(stack, "network", { addresses: "10.0.0.0/24", gateway: false });
  const orders = (id: string, address?: string) =>
    new Database(stack, id, { engine: "postgresql", version: "17", network, ...(address === undefined ? {} : { address }) });
  return { stack, network, orders };
}

it("refuses a private address that is somebody's already, and says whose", () => {
  const { stack, network, orders } = site();
  orders("orders", "10.0.0.20");
  expect(() => orders("stock", "10.0.0.20")).toThrow(
    /shop\/stock: it would have the address 10\.0\.0\.20, which is shop\/orders's already.*\{ address \}/s,
  );
  expect(
    () => new Instance(stack, "machine", { network, address: "10.0.0.20", image: "Debian 12", flavour: { cpus: 2, memory: 4 }, sshKey }),
  ).toThrow(/shop\/orders's already/);
  orders("archive", "10.0.0.21");
});

it("leaves each the address that it had, whatever comes and goes beside it", () => {
  const addressesOf = (...ids: readonly string[]) => {
    const { stack, network, orders } = site();
    new PrivateAccess(stack, "access", { network, allowedFrom: ["198.51.100.0/24"], sshKey });
    new FileShare(stack, "home", { network, size: 100 });
    const written = (id: string) => JSON.stringify(orders(id).resources.map((one) => (one as { args?: unknown }).args));
    return new Map(ids.map((id) => [id, /"primary_instance_address":"([^"]+)"/.exec(written(id))?.[1]]));
  };
  const alone = addressesOf("orders").get("orders");
  expect(alone).toMatch(/^10\.0\.0\.\d+\/24$/);
  expect(addressesOf("stock", "orders").get("orders")).toBe(alone);
});

it.each(["10.0.0", "10.0.0.20/32", "ten"])("refuses %s, which is no address", (address) => {
  expect(() => site().orders("orders", address)).toThrow(/\{ address/);
});
