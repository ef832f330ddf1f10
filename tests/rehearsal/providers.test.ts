import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type LoadedSchema, loadSchema, schemaNames } from "../../clouds/schema/index.ts";
import { rehearse, World } from "../../rehearsal/index.ts";
import { simulatedProviders } from "../../rehearsal/providers.ts";
import { calls } from "../../rehearsal/terraform/protocol.ts";
import { schemaMessage } from "../../rehearsal/terraform/schema-message.ts";
import { acceptable } from "./minimal.ts";
import { json, program, scratch } from "./programs.ts";
import { engines } from "./real-engines.ts";

const hasNested = (schema: LoadedSchema): boolean => JSON.stringify(schema.document()).includes('"nested_type"');

describe("protocols", () => {
  it("a provider is served in the protocol that it really speaks; what is nested needs version 6", async () => {
    const providers = await simulatedProviders();
    // What speaks to the object storage of several clouds is no cloud of its own.
    const clouds = providers.filter((p) => !p.source.startsWith("hashicorp/") && p.source !== "aminueza/minio");
    expect(clouds.map((p) => p.source).sort()).toEqual(
      schemaNames()
        .map((name) => loadSchema(name).address)
        .sort(),
    );
    for (const { source, schema, overlay } of providers) {
      const version = overlay.protocol ?? 6;
      expect([source, version === 5 && hasNested(schema)]).toEqual([source, false]);
      expect(["aminueza/minio", "opentelekomcloud/opentelekomcloud", "terraform-provider-openstack/openstack"].includes(source)).toBe(
        version === 5,
      );
    }
  });

  it.each([5, 6] as const)("version %i names its calls as the protocol does", (version) => {
    const paths = calls(version).map((c) => c.path);
    expect(paths.every((p) => p.startsWith(`/tfplugin${version}.Provider/`))).toBe(true);
    expect(paths).toContain(version === 5 ? "/tfplugin5.Provider/GetSchema" : "/tfplugin6.Provider/GetProviderSchema");
    expect(paths).toContain(version === 5 ? "/tfplugin5.Provider/Stop" : "/tfplugin6.Provider/StopProvider");
  });

  it("a schema is small enough on the wire to be asked for by every command", () => {
    const encode = calls(6).find((c) => c.name === "GetProviderSchema")?.encode;
    for (const name of schemaNames()) expect(encode?.(schemaMessage(loadSchema(name))).length).toBeLessThan(2_000_000);
  });
});

describe.each(engines)("with %s", (_, engine) => {
  it("ten providers in one program, both protocols: init, validate, plan, apply, second plan, destroy", async () => {
    const schemas = schemaNames().map((name) => loadSchema(name));
    const local = (s: LoadedSchema) => s.address.split("/")[1] ?? "";
    const resource = Object.fromEntries(
      await Promise.all(
        schemaNames().map(async (name) => {
          const type = loadSchema(name).resourceTypes[0] ?? "";
          return [type, { x: await acceptable(name, type, false) }] as const;
        }),
      ),
    );
    const folder = json(Object.fromEntries(schemas.map((s) => [local(s), s.address])), { resource });
    const report = await rehearse({ folder, engine });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(report.stacks[0]?.phases.find((p) => p.phase === "plan")?.counts?.add).toBe(10);
  });

  it("two regions of one provider are two configurations", async () => {
    const folder = program({
      "main.tf.json": {
        terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" } } },
        provider: { scaleway: [{ region: "fr-par" }, { alias: "nl", region: "nl-ams" }] },
        resource: { scaleway_lb_ip: { a: { reverse: "a" }, b: { reverse: "b", provider: "scaleway.nl" } } },
      },
    });
    const world = join(scratch(), "world.json");
    const report = await rehearse({ folder, engine, world, phases: ["apply", "plan-again"] });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    const made = World.open(world).list("scaleway_lb_ip");
    expect(Object.fromEntries(made.map(([, { attributes }]) => [attributes.reverse, attributes.region]))).toEqual({
      a: "fr-par",
      b: "nl-ams",
    });
  });

  it("providers that belong to no cloud play along: nothing is written, nothing is waited for", async () => {
    const folder = json(
      {
        random: "hashicorp/random",
        null: "hashicorp/null",
        time: "hashicorp/time",
        tls: "hashicorp/tls",
        local: "hashicorp/local",
        cloudinit: "hashicorp/cloudinit",
      },
      {
        ephemeral: { random_password: { once: { length: 12 } } },
        data: { cloudinit_config: { c: { gzip: false, part: [{ content: "runcmd: []", filename: "a.yaml" }] } } },
        resource: {
          random_password: { p: { length: 24, special: false } },
          random_pet: { p: { prefix: "app" } },
          random_integer: { i: { min: 5, max: 7 } },
          random_id: { i: { byte_length: 4 } },
          random_shuffle: { s: { input: ["a", "b", "c"], result_count: 2 } },
          null_resource: { n: { triggers: { x: "${random_pet.p.id}", config: "${data.cloudinit_config.c.rendered}" } } },
          time_sleep: { s: { create_duration: "1h" } },
          time_static: { t: {} },
          tls_private_key: { k: { algorithm: "ED25519" } },
          local_file: { f: { filename: "/nowhere/at/all", content: "x" } },
        },
      },
    );
    const world = join(scratch(), "world.json");
    const report = await rehearse({ folder, engine, world, phases: ["apply", "plan-again"] });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    const made = (type: string) => World.open(world).list(type)[0]?.[1].attributes ?? {};
    expect(made("random_password").result).toHaveLength(24);
    expect(made("null_resource").triggers).toMatchObject({ config: expect.stringMatching(/^#cloud-config rehearsal-/) as unknown });
    expect(made("random_pet").id).toMatch(/^app-rehearsal-/);
    expect([5, 6, 7]).toContain(made("random_integer").result);
    expect(made("random_id").hex).toMatch(/^[0-9a-f]{8}$/);
    expect(made("random_shuffle").result).toEqual(["a", "b"]);
    expect(existsSync("/nowhere/at/all")).toBe(false);
  });

  it("a company's own provider is simulated from its schema", async () => {
    const { compact, openSchema } = await import("../../clouds/schema/index.ts");
    const block = {
      attributes: {
        id: { type: "string", computed: true },
        name: { type: "string", required: true },
        ip: { type: "string", computed: true },
      },
    } as const;
    const schema = openSchema(
      compact({
        provider_schemas: {
          "registry.terraform.io/acme/cloud": {
            provider: { version: 0, block: {} },
            resource_schemas: { cloud_box: { version: 0, block } },
          },
        },
      }),
    );
    const folder = json({ cloud: "acme/cloud" }, { resource: { cloud_box: { b: { name: "b" } } } });
    const overlay = { resources: { cloud_box: { replaces: ["name"], fills: { ip: "192.0.2.1" } } } };
    const report = await rehearse({
      folder,
      engine,
      providers: [{ source: "acme/cloud", schema, overlay }],
      drift: [{ attributes: { name: "x" } }],
      phases: ["apply", "drift", "destroy"],
    });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(report.stacks[0]?.phases.find((p) => p.phase === "drift")?.counts).toMatchObject({ add: 1, destroy: 1 });
  });

  it("provider functions are computed, ephemeral values opened and forgotten", async () => {
    const folder = json(
      { hcloud: "hetznercloud/hcloud", scaleway: "scaleway/scaleway" },
      {
        output: {
          idna: { value: '${provider::hcloud::idna("bücher.example")}' },
          txt: { value: '${provider::hcloud::txt_record("a\\"b")}' },
          region: { value: '${provider::scaleway::region_from_id("fr-par/11111111-1111-1111-1111-111111111111", false)}' },
        },
      },
    );
    let outputs: Record<string, { value?: unknown }> = {};
    const report = await rehearse({
      folder,
      engine,
      judge: (plan) => {
        outputs = (plan.planned_values as unknown as { outputs: typeof outputs }).outputs;
        return null;
      },
    });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(outputs).toMatchObject({ idna: { value: "xn--bcher-kva.example" }, txt: { value: '"a\\"b"' }, region: { value: "fr-par" } });
  });
});
