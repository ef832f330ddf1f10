import { describe, expect, it } from "vitest";
import { stateStore } from "../../../delivery/pulumi/store.ts";
import { defaultPolicy, definePolicy, judge, type Policy } from "../../../guard/index.ts";

const GRAVELINES = "s3://state/shop?endpoint=s3.gra.io.cloud.ovh.net&region=gra";
const local = definePolicy({ backends: { local: true } });
const vault = definePolicy({ endpoints: ["vault.example.com"] });

const hostOnly = definePolicy({ endpoints: ["api.pulumi.com"] });
const companyOnly = definePolicy({ operators: { also: ["pulumi"] } });
const pulumiCloud = definePolicy({ endpoints: ["api.pulumi.com"], operators: { also: ["pulumi"] } });

type Case = readonly [
  backend: string,
  secrets: string,
  verdict: "inside" | "refused",
  policy?: Policy,
  env?: Readonly<Record<string, string>>,
];

describe("where Pulumi keeps state, and who keeps the key of its secrets", () => {
  const CASES: readonly Case[] = [
    [GRAVELINES, "passphrase", "inside"],
    [GRAVELINES, "default", "inside"],
    ["s3://state?region=gra", "passphrase", "inside", defaultPolicy, { AWS_ENDPOINT_URL_S3: "https://s3.gra.io.cloud.ovh.net" }],
    ["s3://state?region=eu-west-1", "passphrase", "refused"],
    ["s3://state?endpoint=s3.bhs.io.cloud.ovh.net&region=bhs", "passphrase", "refused"],
    ["s3://state?endpoint=s3.example.com&region=gra", "passphrase", "refused"],
    ["s3://state?endpoint=s3.gra.io.cloud.ovh.net&region=gra&disableSSL=true", "passphrase", "refused"],
    ["s3://state?endpoint=s3.gra.io.cloud.ovh.net&region=gra&disableSSL=1", "passphrase", "refused"],
    ["s3://state?endpoint=https://s3.gra.io.cloud.ovh.net&region=gra&disable_https=T", "passphrase", "refused"],
    ["s3://state?endpoint=s3.gra.io.cloud.ovh.net&region=gra&role=arn:aws:iam::1:role/x", "passphrase", "refused"],
    [
      "s3://state?region=gra",
      "passphrase",
      "refused",
      defaultPolicy,
      { AWS_ENDPOINT_URL_S3: "https://s3.gra.io.cloud.ovh.net", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" },
    ],
    ["s3://state?endpoint=http://s3.gra.io.cloud.ovh.net&region=gra", "passphrase", "refused"],
    ["gs://state", "passphrase", "refused"],
    ["azblob://state", "passphrase", "refused"],
    ["https://api.pulumi.com", "default", "refused"],
    ["https://app.pulumi.com/acme", "passphrase", "refused"],
    ["https://api.pulumi.com", "default", "refused", hostOnly],
    ["https://api.pulumi.com", "default", "refused", companyOnly],
    ["https://api.pulumi.com", "default", "inside", pulumiCloud],
    ["file:///var/lib/state", "passphrase", "refused"],
    ["file:///var/lib/state", "passphrase", "inside", local],
    [GRAVELINES, "awskms://alias/state?region=eu-west-3", "refused"],
    [GRAVELINES, "gcpkms://projects/p", "refused"],
    [GRAVELINES, "azurekeyvault://state.vault.azure.net/keys/k", "refused"],
    [GRAVELINES, "hashivault://state", "refused"],
    [GRAVELINES, "hashivault://state", "inside", vault, { VAULT_SERVER_URL: "https://vault.example.com" }],
  ];
  const cases = CASES.map(([backend, secrets, verdict, policy = defaultPolicy, env = {}]) => ({ backend, secrets, verdict, policy, env }));
  it.each(cases)("$backend, $secrets: $verdict", ({ backend, secrets, verdict, policy, env }) => {
    expect(judge([stateStore(backend, secrets, env)], policy, { rules: ["state"] }).verdict).toBe(verdict);
  });

  it("names the company behind Pulumi Cloud", () => {
    const { findings } = judge([stateStore("https://api.pulumi.com", "default", {})], defaultPolicy, { rules: ["state"] });
    expect(findings.map(({ message }) => message).join("\n")).toMatch(/Pulumi Corporation: its seat is in the United States of America/);
  });

  it.each([
    ["ftp://state", "passphrase"],
    ["s3://state?endpoint=s3.gra.io.cloud.ovh.net&endpoint=s3.us-east-1.amazonaws.com", "passphrase"],
    ["", "passphrase"],
    [GRAVELINES, "rot13"],
  ])("does not know %j, %j", (backend, secrets) => {
    expect(() => stateStore(backend, secrets, {})).toThrow(/known here|no secrets provider|more than once/);
  });
});
