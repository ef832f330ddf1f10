import { describe, expect, it } from "vitest";
import {
  Anywhere,
  FileShare,
  Firewall,
  Instance,
  type InstanceProps,
  KeyRing,
  LoadBalancer,
  Network,
  Volume,
} from "../../constructs/index.ts";
import { KEY, ofType, only, PAR, refusal, stackAt, written } from "./in-stack.ts";

const MACHINE = "ovh_cloud_instance";

function machine(props: Partial<InstanceProps> = {}, at = stackAt()) {
  const network = props.network ?? new Network(at, "network");
  return { stack: at, instance: new Instance(at, "runner", { network, image: "Debian 12", flavour: "b3-8", sshKey: KEY, ...props }) };
}

describe("an instance", () => {
  it("has no public address and lets nothing in", () => {
    const { stack } = machine();
    const args = only(stack, MACHINE);
    expect(args["networks"]).toEqual([{ network_id: expect.stringContaining("vrack."), subnet_id: expect.stringContaining("subnet.") }]);
    expect(args["security_group_ids"]).toEqual([expect.stringContaining("ovh_cloud_security_group.runner_firewall")]);
    expect(only(stack, "ovh_cloud_security_group")).toMatchObject({ rule: [] });
    expect(args).not.toHaveProperty("user_data");
    expect(args["lifecycle"]).toEqual({ ignore_changes: ["image_id"] });
  });

  it("looks its image and flavour up by name, after its key is there", () => {
    const { stack } = machine();
    const { data, resource } = written(stack);
    const [key] = Object.keys(resource["ovh_cloud_ssh_key"] ?? {});
    for (const list of ["flavors", "images"] as const) {
      const [[name, look] = ["", {}]] = Object.entries(data[`ovh_cloud_instance_${list}`] ?? {});
      expect(look).toMatchObject({ service_name: "p", region: "GRA11", depends_on: [`ovh_cloud_ssh_key.${key}`] });
      const wanted = list === "flavors" ? "b3-8" : "Debian 12";
      expect(Object.values(resource[MACHINE] ?? {})[0]?.[list === "flavors" ? "flavor_id" : "image_id"]).toBe(
        `\${one([for x in data.ovh_cloud_instance_${list}.${name}.${list} : x.id if x.name == "${wanted}"])}`,
      );
    }
  });

  it("stands in its subnet's zone, with volumes of the same", () => {
    const stack = stackAt(PAR);
    const network = new Network(stack, "network", { perZone: true });
    const data = new Volume(stack, "data", { size: 10, zone: "eu-west-par-b" });
    machine({ network, zone: "eu-west-par-b", volumes: [data] }, stack);
    expect(only(stack, MACHINE)).toMatchObject({
      availability_zone: "eu-west-par-b",
      volume_ids: [expect.stringContaining("block_volume.data_")],
    });
  });

  it("configures itself, when it says that it filters itself", () => {
    const { stack } = machine({ firewalls: [], userData: '#!/bin/sh\necho "${HOME} %{x}"\n' });
    const args = only(stack, "ovh_cloud_project_instance");
    expect(args["user_data"]).toBe('#!/bin/sh\necho "$${HOME} %%{x}"\n');
    expect(args["network"]).toEqual([
      { public: false, private: [{ network: [{ id: expect.any(String), subnet_id: expect.any(String) }] }] },
    ]);
  });

  it.each<[string, () => unknown, string | RegExp]>([
    [
      "a private key",
      () => machine({ sshKey: "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl" }),
      "shop/runner: { sshKey } is a private key, which must never leave its machine. Give the public one: the file that ends in .pub.",
    ],
    [
      "what is no key",
      () => machine({ sshKey: "ssh-dss AAAAB3NzaC1kc3M= old" }),
      /^shop\/runner: \{ sshKey: "ssh-dss AAAAB3NzaC1kc3M="… \} is no public key that SSH servers take\./,
    ],
    [
      "a volume elsewhere",
      () => {
        const stack = stackAt(PAR);
        const network = new Network(stack, "network", { perZone: true });
        machine({ network, volumes: [new Volume(stack, "data", { size: 10, zone: "eu-west-par-c" })] }, stack);
      },
      "shop/runner: it stands in zone eu-west-par-a and volume shop/data in eu-west-par-c: a machine mounts volumes of its own zone. Give both the same { zone }.",
    ],
    [
      "user data beside a firewall",
      () => machine({ userData: "#cloud-config\n" }),
      /^shop\/runner: Instance shop-runner has user data and a firewall: /,
    ],
    [
      "an address that nobody asked for",
      () => machine().instance.publicAddress,
      "shop/runner: it has no public address, since none was asked for: { publicAddress: true }.",
    ],
  ])("refuses %s", (_what, act, message) =>
    expect(refusal(act)).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message),
  );
});

describe("user data", () => {
  const say = (userData: string) => () => machine({ firewalls: [], userData });

  it.each([
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----"],
    ["a private key", "write_files:\n - content: |\n     -----BEGIN OPENSSH PRIVATE KEY-----"],
    ["a WireGuard private key", "[Interface]\nPrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=\n"],
    ["a password", "password: hunter22\n"],
    ["a password", 'export DB_PASSWORD="hunter22"'.replace("DB_", "")],
    ["a password", "plain_text_passwd: 'correct horse'"],
    ["a list of passwords", "chpasswd:\n  list: |\n    root:x\n"],
    ["an access key", "aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE"],
    ["an access key", "git clone https://ghp_0123456789012345678901234567890123456@example.org/x"],
    ["a secret", "CLIENT_SECRET=0123456789abcdef"],
    ["a secret", "api-key: 0123456789abcdef"],
  ])("refuses %s", (found, text) => expect(say(text)).toThrow(`shop/runner: { userData } seems to hold ${found}.`));

  it.each(["ssh_pwauth: false", "PasswordAuthentication no", "lock_passwd: true", "password: ''", "passwd: {", "disable_root: true"])(
    "takes %j",
    (text) => {
      expect(say(`#cloud-config\n${text}\n`)).not.toThrow();
    },
  );

  it("refuses more than clouds take", () => {
    expect(say("é".repeat(40_000))).toThrow(
      "shop/runner: { userData } is 80000 bytes long; clouds take 65535. Fetch the rest when the machine starts.",
    );
  });
});

describe("a volume", () => {
  it("is encrypted with the operator's key, or your own where there are three zones", () => {
    const stack = stackAt(PAR);
    new Volume(stack, "a", { size: 10, zone: "eu-west-par-a" });
    new Volume(stack, "b", { size: 10, zone: "eu-west-par-a", key: new KeyRing(stack, "ring").key() });
    expect(only(stack, "ovh_cloud_storage_block_volume")).toMatchObject({ encryption: { enabled: true } });
    expect(only(stack, "ovh_cloud_project_volume")).toMatchObject({
      encryption: { encrypted: true, kms: { domain_id: expect.stringContaining("ovh_okms."), service_key_id: expect.any(String) } },
    });
  });

  it.each<[string, () => unknown, string]>([
    ["no size", () => new Volume(stackAt(), "v", { size: 0 }), "shop/v: { size: 0 } is no size: say whole gigabytes, 1 or more."],
    [
      "half a gigabyte",
      () => new Volume(stackAt(), "v", { size: 0.5 }),
      "shop/v: { size: 0.5 } is no size: say whole gigabytes, 1 or more.",
    ],
    [
      "no zone among several",
      () => new Volume(stackAt(PAR), "v", { size: 1 }),
      'shop/v: ovh:EU-WEST-PAR has several zones and a volume stands in one: say { zone: "eu-west-par-a" }, the one of the machine that mounts it.',
    ],
    [
      "a zone that is not there",
      () => new Volume(stackAt(), "v", { size: 1, zone: "nova" }),
      'shop/v: ovh:GRA11 has no zone "nova". It has one zone only: leave out { zone }.',
    ],
    [
      "a key of your own in one zone",
      () => new Volume(stackAt(), "v", { size: 1, key: { keyRingId: "r", keyId: "k" } }),
      "shop/v: Volume shop-v wants a key of your own, which OVHcloud takes in its regions of three zones only; GRA11 has one. Put it into such a region (EU-WEST-PAR, EU-SOUTH-MIL), leave out { key } for the operator's key, or encrypt inside the machine.",
    ],
  ])("refuses %s", (_what, act, message) => expect(refusal(act)).toBe(message));
});

describe("a file share", () => {
  it("is mounted from its own subnet only, unless said otherwise", () => {
    const stack = stackAt();
    const network = new Network(stack, "network");
    new FileShare(stack, "home", { network, size: 150 });
    expect(only(stack, "ovh_cloud_storage_file_share_acl")).toMatchObject({ access_to: "10.0.0.0/20", access_level: "READ_WRITE" });
    expect(refusal(() => new FileShare(stack, "open", { network, size: 150, access: [{ from: "0.0.0.0/0", level: "read" }] }))).toBe(
      'shop/open: { access.from: "0.0.0.0/0" } is nearly the whole internet. Name the machines\' own addresses, such as 10.0.0.0/20.',
    );
  });
});

describe("a load balancer", () => {
  const balancer = (props: Partial<ConstructorParameters<typeof LoadBalancer>[2]> & object, gateway = true) => {
    const stack = stackAt();
    const network = new Network(stack, "network", { gateway });
    new LoadBalancer(stack, "front", {
      network,
      listeners: { web: { certificate: "pass-through", to: { addresses: ["10.0.0.10"], port: 8443 } } },
      ...props,
    });
    return stack;
  };
  const to = { addresses: ["10.0.0.10"], port: 8443 };

  it("is private, for its own network, with TLS", () => {
    const args = only(balancer({}), "ovh_cloud_project_loadbalancer");
    expect(args["listeners"]).toMatchObject([{ port: 443, protocol: "https", allowed_cidrs: ["10.0.0.0/20"] }]);
    expect(args["network"]).toEqual({ private: { network: { id: expect.any(String), subnet_id: expect.any(String) } } });
  });

  it("is public when it says for whom", () => {
    const stack = balancer({
      publicAddress: true,
      listeners: { web: { certificate: "c", from: [Anywhere], to: { ...to, healthPath: "/up" } } },
    });
    expect(only(stack, "ovh_cloud_project_loadbalancer")).toMatchObject({
      network: {
        private: {
          gateway: { id: expect.stringContaining("ovh_cloud_gateway.") },
          floating_ip: { id: expect.stringContaining("current_state.id") },
        },
      },
      listeners: [{ protocol: "terminatedHTTPS", secret_id: "c", allowed_cidrs: ["0.0.0.0/0"] }],
    });
  });

  it.each<[string, () => unknown, string]>([
    [
      "to be public for nobody knows whom",
      () => balancer({ publicAddress: true }),
      'shop/front: listener "web" is public and does not say for whom. Name the blocks, { from: ["203.0.113.0/24"] }, or say it aloud: { from: [Anywhere] }.',
    ],
    [
      "a public address without a gateway",
      () => balancer({ publicAddress: true, listeners: { web: { certificate: "c", from: [Anywhere], to } } }, false),
      "shop/front: Load balancer shop-front wants a public address, which OVHcloud leads through the network's gateway; this network has none. Give it one, { gateway: true }, or leave out { publicAddress }.",
    ],
    [
      "no listener",
      () => balancer({ listeners: {} }),
      "shop/front: { listeners } is empty: a load balancer that listens to nobody. Give it one: { listeners: { web: { certificate, to } } }.",
    ],
    [
      "one port twice",
      () => balancer({ listeners: { a: { certificate: "c", to }, b: { certificate: "c", to } } }),
      'shop/front: listeners "a" and "b" both listen on port 443. Give one of them another { port }.',
    ],
    [
      "no machine",
      () => balancer({ listeners: { a: { certificate: "c", to: { addresses: [], port: 1 } } } }),
      'shop/front: listener "a" leads to no machine: name some, { to: { instances } } or { to: { addresses } }.',
    ],
    [
      "port 0",
      () => balancer({ listeners: { a: { certificate: "c", port: 0, to } } }),
      'shop/front: listener "a" has port 0; ports go from 1 to 65535.',
    ],
    [
      "a firewall as a source",
      () => {
        const stack = stackAt();
        const network = new Network(stack, "network");
        new LoadBalancer(stack, "front", { network, listeners: { a: { certificate: "c", from: [new Firewall(stack, "w")], to } } });
      },
      "shop/front: { listeners.a.from } takes networks, blocks of addresses or Anywhere here, not a firewall.",
    ],
  ])("refuses %s", (_what, act, message) => expect(refusal(act)).toBe(message));
});

it("keeps resources open to overrides", () => {
  const { stack, instance } = machine();
  instance.resources[1]?.addOverride("power_state", "SHUTOFF");
  expect(Object.values(ofType(stack, MACHINE))[0]).toMatchObject({ power_state: "SHUTOFF" });
});
