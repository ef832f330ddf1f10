import { describe, expect, it } from "vitest";
import { FOREIGN_HOSTS, foreignHost, operator, otherProvider, PROVIDERS } from "../../catalogue/index.ts";
import { cloudFactsBySource } from "../../clouds/facts.ts";

describe("providers that belong to no cloud", () => {
  it.each([
    ["hashicorp/random", "utility"],
    ["hashicorp/tls", "utility"],
    ["hashicorp/time", "utility"],
    ["hashicorp/null", "utility"],
    ["builtin/terraform", "engine"],
    ["terraform.io/builtin/terraform", "engine"],
    ["hashicorp/external", "opaque"],
    ["hashicorp/http", "opaque"],
    ["hashicorp/local", "opaque"],
    ["hashicorp/archive", "opaque"],
    ["hashicorp/cloudinit", "opaque"],
    ["kreuzwerker/docker", "opaque"],
    ["hashicorp/kubernetes", "opaque"],
    ["hashicorp/helm", "opaque"],
    ["aminueza/minio", "opaque"],
    ["hashicorp/aws", "foreign"],
    ["registry.terraform.io/hashicorp/aws", "foreign"],
    ["registry.opentofu.org/hashicorp/google", "foreign"],
    ["Hashicorp/AzureRM", "foreign"],
  ])("%s is %s", (source, kind) => {
    expect(otherProvider(source)?.kind).toBe(kind);
  });

  it.each(["ovh/ovh", "evil/aws", "evil.example/hashicorp/aws", "hashicorp", "", "constructor", "__proto__", "toString", "hashicorp/aws/"])(
    "knows no %j",
    (source) => {
      expect(otherProvider(source)).toBeUndefined();
    },
  );

  it("a foreign provider names an operator of the catalogue, and no other does", () => {
    for (const [source, entry] of Object.entries(PROVIDERS))
      if (entry.kind === "foreign") expect(operator(entry.operator ?? ""), source).toBeDefined();
      else expect(entry.operator, source).toBeUndefined();
  });

  it("a foreign provider accepts nothing by itself", () => {
    for (const entry of Object.values(PROVIDERS))
      if (entry.kind === "foreign")
        for (const doing of [...Object.values(entry.resources), ...Object.values(entry.dataSources)]) expect(doing.by).toBe("opaque");
  });

  it("an opaque provider accepts nothing", () => {
    for (const entry of Object.values(PROVIDERS))
      if (entry.kind === "opaque")
        for (const doing of [...Object.values(entry.resources), ...Object.values(entry.dataSources)]) expect(doing.by).toBe("opaque");
  });

  it("what fetches is opaque though its provider computes", () => {
    expect(otherProvider("hashicorp/tls")?.dataSources.tls_certificate?.by).toBe("opaque");
    expect(otherProvider("hashicorp/tls")?.resources.tls_private_key?.by).toBe("global");
  });

  it("terraform_remote_state has a place, so it is accepted nowhere", () => {
    expect(otherProvider("builtin/terraform")?.dataSources.terraform_remote_state).toBeUndefined();
  });

  it("no provider is both a cloud's and nobody's", () => {
    expect(Object.keys(PROVIDERS).filter((source) => cloudFactsBySource(source) !== undefined)).toEqual([]);
  });

  it("every reason is one sentence", () => {
    for (const [source, entry] of Object.entries(PROVIDERS)) expect(entry.because, source).toMatch(/^[A-Z].{15,}\.$/);
  });
});

describe("foreign hosts", () => {
  it.each([
    ["s3.eu-west-2.amazonaws.com", "aws"],
    ["s3.eusc-de-east-1.amazonaws.eu", "aws"],
    ["acme.blob.core.windows.net", "microsoft"],
    ["storage.googleapis.com", "google"],
    ["x.r2.cloudflarestorage.com", "cloudflare"],
    ["app.terraform.io", "hashicorp"],
    ["http-intake.logs.datadoghq.eu", "datadog"],
    ["oss-eu-central-1.aliyuncs.com", "alibaba"],
  ])("%s is %s", (host, id) => {
    expect(foreignHost(host)?.operator).toBe(id);
  });

  it.each(["amazonaws.com.evil.example", "notamazonaws.com", "example.org", ""])("%j is none of them", (host) => {
    expect(foreignHost(host)).toBeUndefined();
  });

  it("every domain is an operator's of the catalogue, none of the Union's", () => {
    for (const { domain, operator: id } of FOREIGN_HOSTS) expect(operator(id)?.control.country, domain).toMatch(/^(US|CN)$/);
  });
});
