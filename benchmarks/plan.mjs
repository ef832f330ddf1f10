// node gen.mjs N out.json [badPct=1] [unknownPct=1] — writes a plausible `terraform show -json` plan of N resources, streaming.
import fs from "node:fs";

const N = +process.argv[2],
  out = process.argv[3],
  BAD = +(process.argv[4] ?? 1),
  UNK = +(process.argv[5] ?? 1);
let seed = 42;
const rnd = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
const pick = (a) => a[Math.floor(rnd() * a.length)];
const hex = (n) => Array.from({ length: n }, () => Math.floor(rnd() * 16).toString(16)).join("");
const T = {
  outscale_vm: {
    prov: "registry.terraform.io/outscale/outscale",
    attr: "placement_subregion_name",
    ok: ["eu-west-2a", "eu-west-2b", "cloudgouv-eu-west-1a"],
    bad: ["us-east-2a", "ap-northeast-1a"],
    v: () => ({
      image_id: "ami-" + hex(8),
      vm_type: "tinav5.c2r4p1",
      keypair_name: "kp-" + hex(4),
      security_group_ids: ["sg-" + hex(8), "sg-" + hex(8)],
      subnet_id: "subnet-" + hex(8),
      user_data: hex(160),
      bsu_optimized: null,
      deletion_protection: true,
      performance: "high",
      nested_virtualization: false,
      boot_mode: "uefi",
      block_device_mappings: [
        {
          device_name: "/dev/sda1",
          no_device: null,
          virtual_device_name: null,
          bsu: [{ delete_on_vm_deletion: true, iops: 0, snapshot_id: null, volume_size: 50, volume_type: "gp2", tags: [] }],
        },
      ],
      tags: [
        { key: "name", value: "vm-" + hex(6) },
        { key: "env", value: pick(["prod", "stage", "dev"]) },
      ],
      nics: [],
      private_ips: null,
      timeouts: null,
    }),
    u: {
      id: true,
      vm_id: true,
      private_ip: true,
      private_dns_name: true,
      public_ip: true,
      state: true,
      creation_date: true,
      nics: [],
      block_device_mappings: [{ bsu: [{ tags: [] }] }],
      security_group_ids: [false, false],
      tags: [{}, {}],
    },
  },
  ovh_cloud_project_storage: {
    prov: "registry.terraform.io/ovh/ovh",
    attr: "region_name",
    ok: ["GRA", "SBG", "DE", "RBX"],
    bad: ["BHS", "SGP", "SYD", "US-EAST-VA-1"],
    v: () => ({
      service_name: hex(32),
      name: "bkt-" + hex(8),
      versioning: { status: "enabled" },
      encryption: { sse_algorithm: "AES256" },
      replication: null,
      limit: null,
      marker: null,
      prefix: null,
      owner_id: 12345,
      tags: { env: "prod" },
    }),
    u: {
      created_at: true,
      objects: true,
      objects_count: true,
      objects_size: true,
      region: true,
      virtual_host: true,
      versioning: {},
      encryption: {},
      tags: {},
    },
  },
  ovh_cloud_project_kube: {
    prov: "registry.terraform.io/ovh/ovh",
    attr: "region",
    ok: ["GRA9", "SBG5", "DE1", "RBX-A"],
    bad: ["BHS5", "SGP1"],
    v: () => ({
      service_name: hex(32),
      name: "kube-" + hex(6),
      version: "1.32",
      update_policy: "MINIMAL_DOWNTIME",
      private_network_id: hex(36),
      kube_proxy_mode: "ipvs",
      customization_apiserver: [{ admissionplugins: [{ enabled: ["NodeRestriction"], disabled: ["AlwaysPullImages"] }] }],
      private_network_configuration: [{ default_vrack_gateway: "10.0.0.1", private_network_routing_as_default: true }],
      timeouts: null,
    }),
    u: {
      id: true,
      kubeconfig: true,
      kubeconfig_attributes: true,
      nodes_url: true,
      status: true,
      url: true,
      next_upgrade_versions: true,
      control_plane_is_up_to_date: true,
      is_up_to_date: true,
      customization_apiserver: [{ admissionplugins: [{ enabled: [false], disabled: [false] }] }],
      private_network_configuration: [{}],
    },
  },
  aws_s3_bucket: {
    prov: "registry.terraform.io/hashicorp/aws",
    attr: "region",
    ok: ["eu-central-1", "eu-west-3", "eusc-de-east-1"],
    bad: ["us-east-1", "ap-south-1", "us-west-2"],
    v: () => ({
      bucket: "b-" + hex(12),
      force_destroy: false,
      tags: { Name: hex(8), env: "prod", owner: "team-" + hex(3) },
      tags_all: { Name: hex(8), env: "prod", owner: "team" },
      timeouts: null,
    }),
    u: {
      acceleration_status: true,
      acl: true,
      arn: true,
      bucket_domain_name: true,
      bucket_prefix: true,
      bucket_regional_domain_name: true,
      cors_rule: true,
      grant: true,
      hosted_zone_id: true,
      id: true,
      lifecycle_rule: true,
      logging: true,
      object_lock_configuration: true,
      object_lock_enabled: true,
      policy: true,
      replication_configuration: true,
      request_payer: true,
      server_side_encryption_configuration: true,
      tags: {},
      tags_all: {},
      versioning: true,
      website: true,
      website_domain: true,
      website_endpoint: true,
    },
  },
  scaleway_instance_server: {
    prov: "registry.terraform.io/scaleway/scaleway",
    attr: "zone",
    ok: ["fr-par-1", "fr-par-2", "nl-ams-1", "pl-waw-2"],
    bad: ["us-east-1a", "ap-se-1"],
    v: () => ({
      name: "srv-" + hex(6),
      type: "DEV1-S",
      image: "ubuntu_jammy",
      tags: ["a", "b"],
      state: "started",
      enable_dynamic_ip: false,
      root_volume: [{ delete_on_termination: true, size_in_gb: 20, volume_type: "sbs_volume" }],
      private_network: [],
      additional_volume_ids: null,
      security_group_id: hex(36),
      replace_on_type_change: false,
      timeouts: null,
    }),
    u: {
      id: true,
      boot_type: true,
      bootscript_id: true,
      cloud_init: true,
      organization_id: true,
      placement_group_policy_respected: true,
      private_ips: true,
      project_id: true,
      public_ips: true,
      root_volume: [{ boot: true, name: true, sbs_iops: true, volume_id: true }],
      private_network: [],
      tags: [false, false],
      user_data: true,
    },
  },
  openstack_compute_instance_v2: {
    prov: "registry.terraform.io/terraform-provider-openstack/openstack",
    attr: "region",
    ok: ["GRA11", "SBG5", "eu-de", "RegionOne-FR"],
    bad: ["BHS5", "US-EAST-VA-1"],
    v: () => ({
      name: "i-" + hex(8),
      flavor_name: "b3-8",
      image_name: "Debian 12",
      key_pair: "kp",
      network: [{ access_network: false, name: "private", uuid: hex(36) }],
      block_device: [],
      metadata: { role: "web" },
      stop_before_destroy: false,
      force_delete: false,
      power_state: "active",
      personality: [],
      scheduler_hints: [],
      tags: null,
      timeouts: null,
      user_data: hex(40),
      vendor_options: [],
    }),
    u: {
      access_ip_v4: true,
      access_ip_v6: true,
      all_metadata: true,
      all_tags: true,
      availability_zone: true,
      created: true,
      flavor_id: true,
      id: true,
      image_id: true,
      security_groups: true,
      network: [{ fixed_ip_v4: true, fixed_ip_v6: true, mac: true, port: true }],
      metadata: {},
      block_device: [],
      personality: [],
      scheduler_hints: [],
      vendor_options: [],
      updated: true,
    },
  },
  scaleway_object_bucket: {
    prov: "registry.terraform.io/scaleway/scaleway",
    attr: "region",
    ok: ["fr-par", "nl-ams", "pl-waw"],
    bad: ["us-east"],
    v: () => ({
      name: "ob-" + hex(8),
      acl: "private",
      tags: { env: "prod" },
      versioning: [{ enabled: true }],
      lifecycle_rule: [],
      cors_rule: [],
      force_destroy: false,
      object_lock_enabled: false,
      timeouts: null,
    }),
    u: { id: true, api_endpoint: true, endpoint: true, project_id: true, tags: {}, versioning: [{}], lifecycle_rule: [], cors_rule: [] },
  },
  outscale_volume: {
    prov: "registry.terraform.io/outscale/outscale",
    attr: "subregion_name",
    ok: ["eu-west-2a", "eu-west-2b"],
    bad: ["us-east-2a"],
    v: () => ({
      size: 100,
      volume_type: "io1",
      iops: 3000,
      snapshot_id: null,
      termination_snapshot_name: null,
      tags: [{ key: "env", value: "prod" }],
      timeouts: null,
    }),
    u: { id: true, volume_id: true, state: true, creation_date: true, linked_volumes: true, request_id: true, tags: [{}] },
  },
};
const types = Object.keys(T),
  w = fs.createWriteStream(out, { highWaterMark: 1 << 20 });
const write = (s) => (w.write(s) ? null : new Promise((r) => w.once("drain", r)));
const rows = []; // compact descriptors; regenerate the values deterministically
for (let i = 0; i < N; i++) {
  const type = types[i % types.length],
    t = T[type],
    mod = i % 5 === 4 ? `module.tenant["t${i % 50}"]` : null,
    r = rnd() * 100;
  const v = t.v();
  let unk = t.u;
  if (r < BAD) v[t.attr] = pick(t.bad);
  else if (r < BAD + UNK) unk = { ...t.u, [t.attr]: true };
  else v[t.attr] = pick(t.ok);
  rows.push({ type, t, mod, name: "r" + i, v, unk, addr: (mod ? mod + "." : "") + type + ".r" + i });
  if (rows.length % 20000 === 0) await null;
}
const res = (r) =>
  JSON.stringify({
    address: r.addr,
    mode: "managed",
    type: r.type,
    name: r.name,
    provider_name: r.t.prov,
    schema_version: 0,
    values: r.v,
    sensitive_values: {},
  });
await write(
  `{"format_version":"1.2","terraform_version":"1.11.4","variables":{"env":{"value":"prod"}},"planned_values":{"root_module":{"resources":[`,
);
let first = true;
for (const r of rows)
  if (!r.mod) {
    await write((first ? "" : ",") + res(r));
    first = false;
  }
await write(`],"child_modules":[`);
const mods = new Map();
for (const r of rows) if (r.mod) (mods.get(r.mod) ?? mods.set(r.mod, []).get(r.mod)).push(r);
first = true;
for (const [m, rs] of mods) {
  await write((first ? "" : ",") + `{"address":${JSON.stringify(m)},"resources":[`);
  let f2 = true;
  for (const r of rs) {
    await write((f2 ? "" : ",") + res(r));
    f2 = false;
  }
  await write("]}");
  first = false;
}
await write(`]}},"resource_changes":[`);
first = true;
for (const r of rows) {
  await write(
    (first ? "" : ",") +
      JSON.stringify({
        address: r.addr,
        ...(r.mod ? { module_address: r.mod } : {}),
        mode: "managed",
        type: r.type,
        name: r.name,
        provider_name: r.t.prov,
        change: { actions: ["create"], before: null, after: r.v, after_unknown: r.unk, before_sensitive: false, after_sensitive: {} },
      }),
  );
  first = false;
}
const cfg = (r) => {
  const e = {};
  for (const [k, x] of Object.entries(r.v)) if (x !== null && typeof x !== "object") e[k] = { constant_value: x };
  if (!(r.t.attr in r.v)) e[r.t.attr] = { references: ["data.external.region.result", "data.external.region"] };
  return JSON.stringify({
    address: r.type + "." + r.name,
    mode: "managed",
    type: r.type,
    name: r.name,
    provider_config_key: r.type.split("_")[0],
    expressions: e,
    schema_version: 0,
  });
};
await write(
  `],"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"constant_value":"eu-central-1"}}},"outscale":{"name":"outscale","full_name":"registry.terraform.io/outscale/outscale","expressions":{"region":{"constant_value":"eu-west-2"}}},"ovh":{"name":"ovh","full_name":"registry.terraform.io/ovh/ovh","expressions":{"endpoint":{"constant_value":"ovh-eu"}}},"scaleway":{"name":"scaleway","full_name":"registry.terraform.io/scaleway/scaleway"},"openstack":{"name":"openstack","full_name":"registry.terraform.io/terraform-provider-openstack/openstack"}},"root_module":{"resources":[`,
);
first = true;
for (const r of rows)
  if (!r.mod) {
    await write((first ? "" : ",") + cfg(r));
    first = false;
  }
await write(`],"module_calls":{"tenant":{"source":"./tenant","for_each_expression":{"references":["var.tenants"]},"module":{"resources":[`);
first = true;
for (const r of rows)
  if (r.mod) {
    await write((first ? "" : ",") + cfg(r));
    first = false;
  }
await write(`]}}}}},"timestamp":"2026-11-23T00:00:00Z","applyable":true,"complete":true,"errored":false}`);
w.end();
await new Promise((r) => w.on("close", r));
const bad = rows.filter((r) => T[r.type].bad.includes(r.v[r.t.attr])).length,
  unk = rows.filter((r) => !(r.t.attr in r.v)).length;
console.log(JSON.stringify({ N, out, bytes: fs.statSync(out).size, bad, unknown: unk, expectedDeny: bad + unk }));
