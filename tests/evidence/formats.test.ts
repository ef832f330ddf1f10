import { describe, expect, it } from "vitest";
import { formats, text } from "../../evidence/index.ts";
import { definePolicy, type Finding, judge, type Report, readDocument, waive } from "../../guard/index.ts";
import type { Json } from "../../guard/values/json.ts";

const DOCUMENT = {
  "//": { metadata: { stackName: "shop" } },
  terraform: {
    required_providers: { ovh: { source: "ovh/ovh" } },
    backend: { s3: { bucket: "b", key: "k", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } } },
  },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
  resource: {
    ovh_cloud_project_kube: {
      cluster: { "//": { metadata: { path: "shop/cluster" } }, service_name: "p", name: "shop", region: "BHS5", private_network_id: "n" },
    },
    ovh_cloud_project_kube_iprestrictions: {
      list: { service_name: "p", kube_id: "${ovh_cloud_project_kube.cluster.id}", ips: ["91.198.174.0/24"] },
    },
    ovh_cloud_project_storage: { media: { service_name: "p", name: "media", region_name: "SYD", encryption: { sse_algorithm: "AES256" } } },
    ovh_domain_zone_record: { www: { zone: "example.org", fieldtype: "A", target: "91.198.174.1" } },
  },
} as const satisfies Json;

const policy = definePolicy({
  waivers: [
    waive("residency/region", {
      address: "ovh_cloud_project_storage.media",
      value: "SYD",
      reason: "a mirror for Australia",
      owner: "media",
      approver: "security",
      until: "2026-12-31",
    }),
  ],
});
const sources = (path: string) => (path === "shop/cluster" ? { file: "main.ts", line: 14, column: 3 } : undefined);
const report = judge([readDocument(DOCUMENT, "cdktf.out/stacks/shop/cdk.tf.json", { sources })], policy, { asOf: "2026-11-23" });

const finding: Finding = {
  rule: "residency/region",
  address: "a.b",
  path: "",
  verdict: "outside",
  value: null,
  chain: [],
  message: "m",
  want: "",
  remedy: "r",
  source: null,
  constructPath: null,
  origin: "o",
};
const withFindings = (...findings: readonly Partial<Finding>[]): Report => ({
  ...report,
  findings: findings.map((one) => ({ ...finding, ...one })),
});

describe("the text", () => {
  it("says what, where, what was found, what is wanted, why, what to do and where to read more", () => {
    const [first] = text(report).split("\n\n");
    expect(first).toBe(
      [
        "outside residency/region — ovh_cloud_project_kube.cluster: BHS5 is in Beauharnois, Canada, outside the European Union",
        "  shop/cluster · ovh_cloud_project_kube.cluster · declared at main.ts:14",
        "  got  region = BHS5",
        "  want a place in the European Union",
        "  why  Where data is kept decides which courts can order it handed over. A place that cannot be known is refused like one that is not approved.",
        "  fix  set region to GRA1 (also near: GRA11, GRA3)",
        '  else waive("residency/region", { address, value, reason, owner, approver, until })',
        "  more terroir explain residency/region",
      ].join("\n"),
    );
  });

  it("says the way by which a value came, what is waived and by whom, what was not seen, and the sum", () => {
    const whole = text({ ...report, views: [{ view: "plan", origin: "plan.json", unseen: ["the backend"] }] });
    expect(whole).toContain("way  kube_id ← ovh_cloud_project_kube.cluster.region");
    expect(whole).toContain(
      "waived residency/region — ovh_cloud_project_storage.media: SYD is in Sydney, Australia, outside the European Union (a mirror for Australia; owner media, approved by security, until 2026-12-31)",
    );
    expect(whole).toContain("not seen: plan.json: the backend");
    expect(whole).toMatch(
      /\nrefused: 2 outside · 0 undecided · 1 waived · \d+ inside · \d+ not applicable {3}policy eu, as of 2026-11-23\n$/,
    );
  });

  it("tells notes when asked, and marks words for a terminal", () => {
    expect(text(report)).not.toContain("note ");
    expect(text(report, { notes: true })).toContain("note residency/region — ovh_domain_zone_record.www: has no place of its own");
    expect(text(report, { error: (word) => `<${word}>` })).toContain("<outside residency/region> — ");
    expect(text(report)).not.toContain("\u001b");
  });
});

describe("JSON", () => {
  it("has the keys that programs read, in a fixed order", () => {
    const parsed = JSON.parse(formats.json(report)) as Report;
    expect(Object.keys(parsed).slice(0, 2)).toEqual(["verdict", "summary"]);
    expect(parsed.verdict).toBe("refused");
    expect(Object.keys(parsed.summary)).toEqual(["inside", "outside", "undecided", "waived", "notApplicable"]);
    expect(parsed.resources.find((one) => one.address === "ovh_cloud_project_kube.cluster")).toMatchObject({
      type: "ovh_cloud_project_kube",
      provider: "ovh/ovh",
      place: { operator: "ovhcloud", region: "BHS5", country: "CA" },
      verdict: "outside",
    });
    for (const key of ["rule", "address", "path", "verdict", "value", "chain", "message", "remedy", "source"])
      expect(parsed.findings[0]).toHaveProperty(key);
    expect(formats.json(report)).toBe(formats.json(JSON.parse(JSON.stringify(report)) as Report));
  });

  it("hides what is sensitive", () => {
    const hidden = withFindings({ chain: [{ at: "var.secret", text: "hunter2", sensitive: true }] });
    for (const render of Object.values(formats)) expect(render(hidden)).not.toContain("hunter2");
  });
});

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly kind: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: { readonly startLine: number; readonly startColumn?: number };
        };
      }[];
      readonly suppressions?: readonly { readonly kind: string; readonly status: string; readonly justification: string }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

describe("SARIF", () => {
  // The constraints of the schema of 2.1.0 on what is written here: required members, enumerations, minima, URI references.
  const valid = (log: Sarif) => {
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/);
    expect(log.runs).toHaveLength(1);
    for (const run of log.runs) {
      expect(run.tool.driver.name).toBe("terroir");
      const ids = run.tool.driver.rules.map((rule) => rule.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const result of run.results) {
        expect(ids[result.ruleIndex]).toBe(result.ruleId);
        expect(["none", "note", "warning", "error"]).toContain(result.level);
        expect(["notApplicable", "pass", "fail", "review", "open", "informational"]).toContain(result.kind);
        // "If kind is not fail, level shall be none": section 3.27.9.
        if (result.kind !== "fail") expect(result.level).toBe("none");
        expect(result.message.text.length).toBeGreaterThan(0);
        expect(Object.values(result.partialFingerprints).every((print) => typeof print === "string")).toBe(true);
        for (const { physicalLocation } of result.locations) {
          expect(() => new URL(physicalLocation.artifactLocation.uri, "file:///x/")).not.toThrow();
          expect(physicalLocation.artifactLocation.uri).not.toMatch(/[\s\\]/);
          if (physicalLocation.region !== undefined) expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
        }
        for (const { kind, status } of result.suppressions ?? []) {
          expect(["inSource", "external"]).toContain(kind);
          expect(["accepted", "underReview", "rejected"]).toContain(status);
        }
      }
    }
  };

  it("has the shape of its schema", () => {
    const log = JSON.parse(formats.sarif(report)) as Sarif;
    valid(log);
    const [results] = log.runs.map((run) => run.results);
    expect(results?.map((one) => one.ruleId)).toEqual(["residency/region", "residency/region", "residency/region"]);
    expect(results?.[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "main.ts" },
      region: { startLine: 14, startColumn: 3 },
    });
    expect(results?.filter((one) => one.suppressions !== undefined)).toHaveLength(1);
    valid(JSON.parse(formats.sarif(withFindings())) as Sarif);
    valid(
      JSON.parse(formats.sarif(withFindings({ verdict: "undecided", rule: "acme/own", origin: "C:\\work dir\\plan é.json" }))) as Sarif,
    );
  });
});

describe("annotations", () => {
  it("stand at the line that made the thing", () => {
    const [first] = formats.github(report).split("\n");
    expect(first).toBe(
      "::error file=main.ts,line=14,col=3,title=residency/region::ovh_cloud_project_kube.cluster: BHS5 is in Beauharnois, Canada, outside the European Union%0Aset region to GRA1 (also near: GRA11, GRA3)",
    );
    expect(formats.github(report)).toContain("::warning title=residency/region::ovh_cloud_project_storage.media");
  });

  it("cannot be ended by what they say", () => {
    const evil = withFindings({
      message: "x\n::error::forged\r::set-output name=a::b",
      address: "a%0A::error::b",
      source: { file: "a,line=1::x\n.ts", line: 1 },
    });
    const lines = formats.github(evil).split("\n");
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(1);
    expect(lines[0]).toContain("file=a%2Cline=1%3A%3Ax%0A.ts,line=1");
  });
});

describe("Markdown", () => {
  it("has a table of what is refused, one of what is waived, and the notes", () => {
    const page = formats.markdown(report);
    expect(page).toMatch(/^## Refused/);
    expect(page).toContain("| Verdict | Rule | Where | What | Fix |");
    expect(page).toContain("`ovh_cloud_project_kube.cluster` at `main.ts:14`");
    expect(page).toContain("### Waived");
    expect(page).toContain("a mirror for Australia");
    expect(page).toContain("### Accepted, and why");
  });

  it("lets nothing out of its cell", () => {
    const page = formats.markdown(withFindings({ message: "a | b\n<img src=x> [l](javascript:x) @everyone `c`", address: "x`|`y" }));
    const [row = ""] = page.split("\n").filter((line) => line.startsWith("| outside"));
    expect(row.replace(/\\\|/g, "").split("|")).toHaveLength(7);
    expect(page).not.toMatch(/[^\\]<img|[^\\]@everyone|[^\\]\[l\]/);
  });
});
