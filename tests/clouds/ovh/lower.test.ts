import { expect, it } from "vitest";
import type { Concepts, Lower, Place } from "../../../clouds/contract/index.ts";
import { ovh } from "../../../clouds/ovh/index.ts";
import { recorder, SPECS, type Specs } from "../../../testing/index.ts";

const at = ovh as unknown as (region: string) => Place;

function write<C extends keyof Concepts>(concept: C, kind: string, region = "GRA11", account = { project: "p" }) {
  const place = at(region);
  const spec = (SPECS[concept] as Specs<C> | undefined)?.[kind]?.(place);
  if (spec === undefined) throw new Error(`no ${concept} ${kind}`);
  const tape = recorder(place, account);
  const lower = ovh.lower[concept as keyof typeof ovh.lower] as unknown as Lower<C>;
  const outputs = lower(spec, tape.cx);
  const find = (type: string) => tape.drafts().find((draft) => draft.type === type);
  return { outputs, types: tape.drafts().map(({ type }) => type), find, args: (type: string) => find(type)?.args, lookUps: tape.lookUps() };
}

it("puts a network into one region, with a way out and none in", () => {
  const { types, args, outputs } = write("network", "default");
  expect(types).toEqual(["ovh_cloud_network_private_vrack", "ovh_cloud_network_private_vrack_subnet", "ovh_cloud_gateway"]);
  expect(args("ovh_cloud_network_private_vrack")).toEqual({ service_name: "p", region: "GRA11", name: "shop-network" });
  expect(args("ovh_cloud_network_private_vrack_subnet")).toMatchObject({
    cidr: "10.0.0.0/20",
    gateway_ip: "10.0.0.1",
    dns_nameservers: ["213.186.33.99"],
  });
  expect(args("ovh_cloud_gateway")).toMatchObject({
    external_gateway: { enabled: true, model: "S" },
    subnet_ids: ["${ovh_cloud_network_private_vrack_subnet.subnet-main.id}"],
  });
  expect(outputs.gatewayId).toBe("${ovh_cloud_gateway.gateway.id}");
});

it("closes a network both ways", () => {
  const { types, args, outputs } = write("network", "closed");
  expect(types).not.toContain("ovh_cloud_gateway");
  expect(args("ovh_cloud_network_private_vrack_subnet")).not.toHaveProperty("gateway_ip");
  expect(outputs).not.toHaveProperty("gatewayId");
});

it("puts one subnet into each zone", () => {
  const { outputs, args } = write("network", "zones", "EU-WEST-PAR");
  expect(Object.keys(outputs.subnetIds)).toEqual(["eu-west-par-a", "eu-west-par-b", "eu-west-par-c"]);
  expect(args("ovh_cloud_network_private_vrack_subnet")).toMatchObject({ availability_zone: "eu-west-par-a" });
});

it("lets nothing in unless a rule says so", () => {
  expect(write("firewall", "default").args("ovh_cloud_security_group")).toMatchObject({ rule: [] });
  expect(write("firewall", "largest").args("ovh_cloud_security_group")?.["rule"]).toEqual([
    {
      direction: "INGRESS",
      ethernet_type: "IPV4",
      protocol: "TCP",
      port_range_min: 443,
      port_range_max: 443,
      remote_ip_prefix: "0.0.0.0/0",
      description: "web",
    },
    {
      direction: "INGRESS",
      ethernet_type: "IPV4",
      protocol: "UDP",
      port_range_min: 53,
      port_range_max: 54,
      remote_ip_prefix: "10.0.0.0/8",
      description: "names",
    },
    { direction: "INGRESS", ethernet_type: "IPV4", protocol: "ICMP", remote_ip_prefix: "10.0.0.0/8", description: "is it there" },
    { direction: "INGRESS", ethernet_type: "IPV4", remote_group_id: "${fw.f.id}", description: "its own kind" },
  ]);
});

it("makes a machine without a public address, its ids looked up once its key is there", () => {
  const { find, lookUps, outputs } = write("instance", "default");
  const machine = find("ovh_cloud_instance");
  expect(machine?.args).toMatchObject({
    networks: [{ network_id: "${net.n.id}", subnet_id: "${net.s.id}" }],
    security_group_ids: ["${fw.f.id}"],
    ssh_key_name: "${ovh_cloud_ssh_key.key.name}",
    flavor_id: '${one([for x in data.ovh_cloud_instance_flavors.flavors.flavors : x.id if x.name == "b3-8"])}',
    image_id: '${one([for x in data.ovh_cloud_instance_images.images.images : x.id if x.name == "Debian 12"])}',
  });
  expect(machine?.options.ignoreChanges).toEqual(["image_id"]);
  expect(lookUps.map(({ type, options }) => [type, options.dependsOn?.map((handle) => handle.type)])).toEqual([
    ["ovh_cloud_instance_flavors", ["ovh_cloud_ssh_key"]],
    ["ovh_cloud_instance_images", ["ovh_cloud_ssh_key"]],
  ]);
  expect(outputs).not.toHaveProperty("publicAddress");
});

it("needs no answer from the operator where ids are given", () => {
  expect(write("instance", "largest").lookUps).toEqual([]);
});

it("says an empty list of groups aloud, since silence means the project's open default", () => {
  const spec = { ...(SPECS.instance?.["default"]?.(at("GRA11")) ?? fail()), firewalls: [] };
  const tape = recorder(at("GRA11"), { project: "p" });
  ovh.lower.instance(spec, tape.cx);
  expect(tape.drafts().find(({ type }) => type === "ovh_cloud_instance")?.args["security_group_ids"]).toEqual([]);
});

it("leads a public address through the gateway, of the project's own", () => {
  expect(write("instance", "public").args("ovh_cloud_instance")?.["networks"]).toEqual([
    { network_id: "${net.n.id}", subnet_id: "${net.s.id}", ip: "${ovh_cloud_floating_ip.address.current_state.ip}" },
  ]);
  const door = write("privateAccess", "default");
  expect(door.args("ovh_cloud_project_instance")?.["network"]).toEqual([
    {
      public: false,
      private: [
        {
          network: [{ id: "${net.n.id}", subnet_id: "${net.s.id}" }],
          gateway: [{ id: "${net.g.id}" }],
          floating_ip: [{ id: "${ovh_cloud_floating_ip.address.current_state.id}" }],
        },
      ],
    },
  ]);
  expect(door.outputs.address).toBe("${ovh_cloud_floating_ip.address.current_state.ip}");
  expect(door.find("ovh_cloud_project_instance")?.options.ignoreChanges).toEqual(["boot_from"]);
});

it("encrypts volumes, with a key of your own where the region takes one", () => {
  expect(write("volume", "default").args("ovh_cloud_storage_block_volume")).toMatchObject({
    encryption: { enabled: true },
    volume_type: "CLASSIC",
  });
  const own = write("volume", "own key", "EU-WEST-PAR");
  expect(own.args("ovh_cloud_project_volume")).toMatchObject({
    region_name: "EU-WEST-PAR",
    availability_zone: "eu-west-par-a",
    type: "high-speed",
    encryption: { encrypted: true, kms: { domain_id: "${ring.r.id}", service_key_id: "${ring.k.id}" } },
  });
  expect(own.outputs.volumeId).toBe("${ovh_cloud_project_volume.volume.volume_id}");
});

it.each([
  ["GRA9", "GRA"],
  ["GRA11", "GRA"],
  ["SBG5", "SBG"],
  ["RBX-A", "RBX"],
  ["DE1", "DE"],
  ["WAW1", "WAW"],
  ["EU-WEST-PAR", "EU-WEST-PAR"],
  ["EU-SOUTH-MIL", "EU-SOUTH-MIL"],
  ["BHS5", "BHS"],
])("writes %s as object storage does: %s", (region, store) => {
  const { args, outputs } = write("bucket", "default", region);
  expect(args("ovh_cloud_project_storage")).toMatchObject({ region_name: store });
  expect(outputs).toMatchObject({ endpoint: `https://s3.${store.toLowerCase()}.io.cloud.ovh.net`, region: store.toLowerCase() });
});

it("makes a private bucket: encrypted, versioned, its objects not in the state", () => {
  const { args, types, outputs } = write("bucket", "default");
  expect(args("ovh_cloud_project_storage")).toEqual({
    service_name: "p",
    region_name: "GRA",
    name: expect.stringMatching(/^shop-media-[0-9a-f]{8}$/),
    encryption: { sse_algorithm: "AES256" },
    versioning: { status: "enabled" },
    hide_objects: true,
  });
  expect(types).toEqual(["ovh_cloud_project_storage"]);
  expect(outputs.name).toBe("${ovh_cloud_project_storage.bucket.name}");
});

it("gives the same bucket another name in another project", () => {
  const name = (project: string) => write("bucket", "default", "GRA11", { project }).args("ovh_cloud_project_storage")?.["name"];
  expect(name("a")).toBe(name("a"));
  expect(name("a")).not.toBe(name("b"));
  expect(write("bucket", "named").args("ovh_cloud_project_storage")?.["name"]).toBe("acme-media");
});

it("locks, copies elsewhere and ages objects when asked", () => {
  const { args, find } = write("bucket", "largest", "WAW1");
  expect(args("ovh_cloud_project_storage")).toMatchObject({
    object_lock: { status: "enabled", rule: { mode: "compliance", period: "P365D" } },
    replication: {
      rules: [
        {
          id: "to-gra11",
          status: "enabled",
          priority: 1,
          delete_marker_replication: "disabled",
          destination: { region: "GRA", name: "${store.b.name}", remove_on_main_bucket_deletion: false },
        },
        { id: "to-rbx-a", priority: 2, destination: { region: "RBX" } },
      ],
    },
    tags: { owner: "team-shop" },
  });
  expect(args("ovh_cloud_project_storage_object_bucket_lifecycle_configuration")).toMatchObject({
    container_name: "${ovh_cloud_project_storage.bucket.name}",
    rules: [
      {
        id: "old",
        status: "enabled",
        noncurrent_version_expiration: { noncurrent_days: 400 },
        abort_incomplete_multipart_upload: { days_after_initiation: 7 },
      },
      {
        id: "logs",
        filter: { prefix: "logs/" },
        expiration: { days: 800 },
        transitions: [
          { days: 90, storage_class: "STANDARD_IA" },
          { days: 180, storage_class: "DEEP_ARCHIVE" },
        ],
      },
    ],
  });
  expect(find("ovh_cloud_project_storage")?.options).toEqual({});
  expect(write("bucket", "named").find("ovh_cloud_project_storage")?.options).toEqual({ preventDestroy: true });
});

it("shares files with nobody but those named", () => {
  expect(write("fileShare", "shut").types).toEqual(["ovh_cloud_storage_file_share_network", "ovh_cloud_storage_file_share"]);
  const { types, args } = write("fileShare", "two");
  expect(types.filter((type) => type === "ovh_cloud_storage_file_share_acl")).toHaveLength(2);
  expect(args("ovh_cloud_storage_file_share_acl")).toMatchObject({ access_to: "10.0.0.0/20", access_level: "READ_WRITE" });
});

it("listens with TLS only", () => {
  const through = write("loadBalancer", "default").args("ovh_cloud_project_loadbalancer");
  expect(through?.["listeners"]).toMatchObject([
    { protocol: "https", allowed_cidrs: ["10.0.0.0/20"], pool: { protocol: "https", health_monitor: { monitor_type: "tls-hello" } } },
  ]);
  expect(through?.["listeners"]).not.toMatchObject([{ secret_id: expect.anything() }]);
  const ending = write("loadBalancer", "terminating").args("ovh_cloud_project_loadbalancer");
  expect(ending?.["listeners"]).toMatchObject([
    {
      protocol: "terminatedHTTPS",
      secret_id: "${secret.c.id}",
      tls_versions: ["TLSv1.2", "TLSv1.3"],
      pool: { protocol: "http", health_monitor: { monitor_type: "http", http_configuration: { url_path: "/health" } } },
    },
    { protocol: "terminatedHTTPS", pool: { health_monitor: { monitor_type: "tcp" } } },
  ]);
  expect(through?.["network"]).toEqual({ private: { network: { id: "${net.n.id}", subnet_id: "${net.s.id}" } } });
});

it.each<[keyof Concepts, string, string, string]>([
  [
    "network",
    "vlan",
    "EU-WEST-LZ-LUX-A",
    "Network shop-network asks for VLAN 42, which OVHcloud's local zones do not take. Leave out { vlan }: EU-WEST-LZ-LUX-A chooses one.",
  ],
  [
    "firewall",
    "narrow",
    "GRA11",
    "Firewall shop-firewall narrows what goes out, which OVHcloud's security groups cannot do: the operator adds rules of its own that let everything out. Leave out { outbound } and close the network instead, { gateway: false }, or filter on the machines.",
  ],
  [
    "instance",
    "configured and filtered",
    "GRA11",
    "Instance shop-machine has user data and a firewall: OVHcloud's provider (2.19) gives an instance the one or the other, never both. Leave out { userData } and configure the machine over SSH, or say { firewalls: [] } aloud, attach nothing, and filter in the user data itself.",
  ],
  [
    "volume",
    "own key",
    "GRA11",
    "Volume shop-data wants a key of your own, which OVHcloud takes in its regions of three zones only; GRA11 has one. Put it into such a region (EU-WEST-PAR, EU-SOUTH-MIL), leave out { key } for the operator's key, or encrypt inside the machine.",
  ],
  [
    "bucket",
    "own key",
    "GRA11",
    "Bucket shop-media wants a key of your own, which OVHcloud's buckets do not take: they are encrypted with the operator's key. Leave out { key }, or encrypt the objects before they are sent.",
  ],
  [
    "loadBalancer",
    "public, no way out",
    "GRA11",
    "Load balancer shop-front wants a public address, which OVHcloud leads through the network's gateway; this network has none. Give it one, { gateway: true }, or leave out { publicAddress }.",
  ],
])("refuses what the cloud cannot do: %s, %s, %s", (concept, kind, region, message) => {
  expect(() => write(concept, kind, region)).toThrow(message);
});

it("refuses a bucket where there is no object storage, and says where there is", () => {
  expect(() => write("bucket", "default", "EU-WEST-LZ-LUX-A")).toThrow(
    /^Bucket shop-media would stand in EU-WEST-LZ-LUX-A, where OVHcloud sells no object storage that its provider knows\. Put it into one of GRA1, .*EU-WEST-PAR, .*\.$/,
  );
});

it("asks for the project by name", () => {
  expect(() => ovh.lower.network({ name: "n", cidr: "10.0.0.0/16", subnets: [] }, recorder(at("GRA11"), {}).cx)).toThrow(
    'OVHcloud needs the id of your Public Cloud project: account: { project: "…" }.',
  );
});

function fail(): never {
  throw new Error("no such spec");
}
