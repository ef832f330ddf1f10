import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { InputError } from "../../catalogue/index.ts";
import { refreshSchema } from "../../clouds/schema/index.ts";
import { providerSchema } from "../../testing/index.ts";

const scratch = mkdtempSync(join(tmpdir(), "terroir-schema-"));
const file = (name: string, content: unknown) => {
  const path = join(scratch, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const provider = (type: string) => ({
  provider: { version: 0, block: {} },
  resource_schemas: { [type]: { version: 0, block: { attributes: { region: { type: "string", required: true } } } } },
});
const printed = { format_version: "1.0", provider_schemas: { "registry.terraform.io/acme/acme": provider("acme_bucket") } };
const several = {
  format_version: "1.0",
  provider_schemas: { ...printed.provider_schemas, "registry.terraform.io/hashicorp/random": provider("random_id") },
};

it("opens what comes with the package, by the cloud's name", () => {
  expect(providerSchema("ovh").address).toBe("ovh/ovh");
  expect(providerSchema("outscale").resourceTypes.length).toBeGreaterThan(10);
});

it("opens what the engine printed, and the short form of it", () => {
  const path = file("printed.json", printed);
  expect(providerSchema(path).resource("acme_bucket")?.block.attributes).toHaveProperty("region");
  const short = file("short.json", refreshSchema(path).text);
  expect(providerSchema(short).resourceTypes).toEqual(["acme_bucket"]);
});

it("takes one provider of several, when it is told which", () => {
  const path = file("several.json", several);
  expect(providerSchema(path, "acme/acme").resourceTypes).toEqual(["acme_bucket"]);
  expect(() => providerSchema(path)).toThrow(/acme\/acme, hashicorp\/random/);
  expect(() => providerSchema(path, "other/other")).toThrow(/other\/other is expected/);
});

it.each([
  ["a cloud that nobody knows", () => "nowhere", /No provider schema is kept for "nowhere"\. There are: .*ovh/],
  ["a file that is not there", () => join(scratch, "absent.json"), /absent\.json/],
  ["a file that is cut off", () => file("cut.json", '{"provider_schemas":'), /cut\.json/],
  ["a file of something else", () => file("other.json", { resource: {} }), /is no compact provider schema/],
])("refuses %s with an error for people", (_, path, message) => {
  const open = () => providerSchema(path());
  expect(open).toThrow(InputError);
  expect(open).toThrow(message);
});
