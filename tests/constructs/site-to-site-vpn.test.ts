import { describe, expect, it } from "vitest";
import { outscale } from "../../clouds/outscale/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { scaleway } from "../../clouds/scaleway/index.ts";
import { DataCentre, Network, SiteToSiteVpn, type SiteToSiteVpnProps, SovereignStack } from "../../constructs/index.ts";
import { definePolicy } from "../../guard/index.ts";
import { synthesized } from "../../testing/index.ts";
import { KEY, refusal } from "./in-stack.ts";

const KEYS = ["aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", "bm9yIGlzIHRoaXMgb25lIGEga2V5IG9mIGFueSBzb3I="] as const;

type Props = Omit<SiteToSiteVpnProps<"here" | "there">, "ends" | "sshKey">;

function linked(
  props: Props = {},
  places: readonly [object, object] = [ovh("GRA11"), outscale("eu-west-2")],
  publicPorts: readonly number[] = [],
) {
  const parameters = { "isolation/public-address": { entrances: ["s/link"] }, "isolation/ingress": { publicPorts } };
  let addresses: readonly string[] = [];
  const made = synthesized(
    (app) => {
      const stack = new SovereignStack(app, "s", { account: { project: "p" } });
      const network = (id: string, at: object, block: string) =>
        new Network(new DataCentre(stack, id, { at: at as ReturnType<typeof ovh<"GRA11">> }), "network", { addresses: block });
      const link = new SiteToSiteVpn(stack, "link", {
        ends: {
          here: { network: network("here", places[0], "10.64.0.0/16"), publicKey: KEYS[0] },
          there: { network: network("there", places[1], "10.96.0.0/16"), publicKey: KEYS[1] },
        },
        carries: [{ at: "here", host: "10.64.0.20", port: 5432, as: 15432 }],
        sshKey: KEY,
        ...props,
      });
      addresses = [link.addressAt("here"), link.addressAt("there")];
    },
    { policy: definePolicy({ parameters }) },
  );
  const here = () => String(made.resources("ovh_cloud_project_instance")[0]?.["user_data"]);
  const there = () => String(made.resources("outscale_vm")[0]?.["user_data"]);
  return { ...made, here, there, addresses };
}

describe("between two operators", () => {
  const made = linked();

  it("is inside, with two entrances that the policy names", () => {
    expect(made.refusals).toEqual([]);
    expect(made.addresses).toEqual(["10.64.15.253", expect.stringContaining("TfToken")]);
  });

  it("encrypts: each end knows the other's public key, and no private key is anywhere", () => {
    expect(made.here()).toContain(`PublicKey = ${KEYS[1]}`);
    expect(made.there()).toContain(`PublicKey = ${KEYS[0]}`);
    for (const text of [made.here(), made.there()]) {
      expect(text).not.toContain("PrivateKey");
      expect(text).toContain("PostUp = wg set %i private-key /etc/wireguard/key");
    }
  });

  it("names the other end's address, which is known only when it stands", () => {
    expect(made.here()).toMatch(/nft add rule inet door input ip saddr \$\{outscale_public_ip\.[\w-]+\.public_ip\} udp dport 51820 accept/);
    expect(made.there()).toMatch(
      /^\$\{base64encode\(join\("", \[".*Endpoint = ", ovh_cloud_floating_ip\.[\w-]+\.current_state\.ip, ":51820/,
    );
  });

  it("carries what is named, and forwards no packet", () => {
    expect(made.here()).toContain("systemd-socket-proxyd 10.64.0.20:5432");
    expect(made.there()).toContain("systemd-socket-proxyd 10.249.255.1:15432");
    for (const text of [made.here(), made.there()]) {
      expect(text).not.toContain("ip_forward");
      expect(text).toContain("AllowedIPs = 10.249.255.");
      expect(text).not.toMatch(/AllowedIPs = (?:0\.0\.0\.0|10\.64|10\.96)/);
    }
  });

  it("lets nobody call the end that calls", () => {
    const inbound = made.resources("outscale_security_group_rule").filter(({ flow }) => flow === "Inbound");
    expect(inbound.map(({ ip_protocol, from_port_range, ip_range }) => [ip_protocol, from_port_range, ip_range]).sort()).toEqual([
      ["tcp", 15432, "10.96.0.0/16"],
      ["tcp", 22, "10.96.0.0/16"],
    ]);
  });
});

it("asks the policy where a cloud's own firewall has to let in an address that nobody knows yet", () => {
  const other = { listens: "there" } as const;
  expect(linked(other).refusals.map((one) => one.split(":")[0])).toEqual(["isolation/ingress"]);
  expect(linked(other, undefined, [51820]).refusals).toEqual([]);
  expect(linked({}, [scaleway("fr-par"), outscale("eu-west-2")], [51820]).refusals).toEqual([]);
});

it.each<[string, Props, RegExp]>([
  ["an end that there is not", { listens: "x" as "here" }, /\{ listens: "x" \} is none of the ends: here, there\./],
  ["a tunnel inside a network", { addresses: "10.64.1.0/30" }, /overlap 10\.64\.0\.0\/16 of s\/here\/network/],
  [
    "two things on one port",
    { carries: [1, 2].map((n) => ({ at: "here" as const, host: `10.64.0.${n}`, port: 80 })) },
    /on port 80 of a machine\. Give one of them another: \{ as: 10080 \}/,
  ],
  ["a port that is none", { carries: [{ at: "here", host: "10.64.0.1", port: 0 }] }, /port 0; ports go from 1 to 65535/],
])("refuses %s", (_, props, words) => {
  expect(refusal(() => linked(props))).toMatch(words);
});
