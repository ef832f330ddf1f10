import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import {
  Anywhere,
  Bucket,
  FileShare,
  Firewall,
  Instance,
  KeyRing,
  LoadBalancer,
  Network,
  PrivateAccess,
  Volume,
} from "../../constructs/index.ts";
import { findEngine } from "../../engines/index.ts";
import { rehearse } from "../../rehearsal/index.ts";
import { KEY, PAR, stackAt } from "./in-stack.ts";

const folder = mkdtempSync(join(tmpdir(), "terroir-constructs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("plays the whole life of networks, machines, volumes, buckets, shares, load balancers and ways in, in three zones", async () => {
  const stack = stackAt(PAR, "team-shop");
  const zone = "eu-west-par-a";
  const network = new Network(stack, "network", { perZone: true, vlan: 42 });
  const closed = new Network(stack, "closed", { gateway: false, addresses: "10.1.0.0/16" });
  const web = new Firewall(stack, "web", {
    inbound: [
      { from: network, ports: 443 },
      { from: Anywhere, protocol: "icmp" },
    ],
  });
  const share = new FileShare(stack, "share", { network, size: 150 });
  const volumes = [
    new Volume(stack, "a", { size: 10, zone }),
    new Volume(stack, "b", { size: 10, zone, key: new KeyRing(stack, "keys").key() }),
  ];
  const machine = { network, image: "Debian 12", flavour: "b3-8", sshKey: KEY };
  new Instance(stack, "full", { ...machine, firewalls: [web], volumes, shares: [{ share, access: "read" }] });
  new Instance(stack, "public", { ...machine, sshKey: { registered: "ops" }, publicAddress: true });
  new Instance(stack, "configured", {
    ...machine,
    network: closed,
    image: { id: "i" },
    firewalls: [],
    userData: "#!/bin/sh\necho ${HOME}\n",
  });
  const to = { addresses: ["10.0.0.10"], port: 8443 };
  new LoadBalancer(stack, "front", {
    network,
    publicAddress: true,
    listeners: {
      web: { certificate: "pass-through", from: [Anywhere], to },
      api: { certificate: "c", port: 8443, from: ["203.0.113.0/24"], to },
    },
  });
  new LoadBalancer(stack, "inner", { network, listeners: { web: { certificate: "pass-through", to } } });
  new Bucket(stack, "media", {
    replicateTo: [ovh("SBG5"), ovh("GRA11")],
    lock: { mode: "compliance", days: 30 },
    lifecycle: { old: { expireAfter: 100 } },
  });
  const from = { network, allowedFrom: ["203.0.113.0/24"], sshKey: KEY };
  new PrivateAccess(stack, "bastion", { ...from, people: { alice: KEY } });
  new PrivateAccess(stack, "vpn", {
    ...from,
    vpn: { peers: { alice: { publicKey: "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=", address: "10.250.0.2" } } },
  });
  stack.prepareStack();
  const { terraform, ...rest } = stack.toTerraform() as { terraform: Record<string, unknown> };
  // State and its encryption are another test's; here it would only cost time.
  const { encryption: _, ...plain } = terraform;
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ terraform: plain, ...rest }));

  const { engine } = await findEngine({ fetch: false });
  if (engine === null) throw new Error("No engine is here: run scripts/start.mjs, or put tofu on the PATH.");
  const said: string[] = [];
  const report = await rehearse({ folder, engine, line: (text) => said.push(text) });
  expect(report.ok, said.join("\n")).toBe(true);
  const again = report.stacks[0]?.phases.find(({ phase }) => phase === "plan-again");
  expect(again).toMatchObject({ counts: { add: 0, change: 0, destroy: 0 } });
});
