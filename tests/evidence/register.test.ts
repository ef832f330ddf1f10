import { describe, expect, it } from "vitest";
import { outscale } from "../../clouds/outscale/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { Bucket, DataCentre, Network, SovereignStack } from "../../constructs/index.ts";
import { registerCsv, registerOfInformation } from "../../evidence/index.ts";
import { synthesized } from "../../testing/index.ts";

const { report } = synthesized((app) => {
  const bank = new SovereignStack(app, "bank", { account: { project: "p" } });
  new Bucket(new DataCentre(bank, "france", { at: ovh("GRA11") }), "ledger");
  new Network(new DataCentre(bank, "germany", { at: ovh("DE1") }), "network", { addresses: "10.1.0.0/16" });
  new Bucket(new DataCentre(bank, "other", { at: outscale("eu-west-2") }), "copy");
});

describe("the register of information", () => {
  const register = registerOfInformation(report, {
    entity: "5493001KJTIIGC8Y1R12",
    contracts: { ovhcloud: { reference: "C-1", start: "2026-01-01", governingLaw: "FR", functionId: "F1" } },
  });

  it("has a row for each operator, kind of service and country", () => {
    expect(register.B_02_02.map(({ c0010, c0060, c0130, c0140, c0150, c0160 }) => [c0010, c0060, c0130, c0140, c0150, c0160])).toEqual([
      ["", "eba_TA:S17", "eba_GA:FR", "eba_BT:x28", "eba_GA:FR", "eba_GA:FR"],
      ["C-1", "eba_TA:S17", "eba_GA:FR", "eba_BT:x29", "eba_GA:qx2007", "eba_GA:DE"],
      ["C-1", "eba_TA:S17", "eba_GA:FR", "eba_BT:x28", "eba_GA:FR", "eba_GA:FR"],
    ]);
    expect(register.B_02_02[1]).toMatchObject({ c0070: "2026-01-01", c0080: "9999-12-31", c0120: "eba_GA:FR", c0050: "F1" });
  });

  it("names each provider once, with its seat", () => {
    expect(register.B_05_01.map(({ c0030, c0050 }) => [c0030 !== "", c0050])).toEqual([
      [true, "eba_GA:FR"],
      [true, "eba_GA:FR"],
    ]);
  });

  it("says what is in no row, and which contract nobody named", () => {
    expect(register.open.find((line) => line.startsWith("outscale:"))).toMatch(/no contract is named/);
    expect(register.open.join("\n")).toContain("ovh_cloud_gateway");
  });

  it("has every column of its templates, and says which of them the contract leaves empty", () => {
    const columns = (last: number) => Array.from({ length: last }, (_, n) => `c${String(10 * (n + 1)).padStart(4, "0")}`);
    for (const one of register.B_02_02) expect(Object.keys(one).sort()).toEqual(columns(18));
    for (const one of register.B_05_01) expect(Object.keys(one).sort()).toEqual(columns(9));
    const line = register.open.find((one) => one.startsWith("ovhcloud:")) ?? "";
    for (const said of ["c0100 and c0110", "c0170", "c0180", "c0070, what it costs"]) expect(line).toContain(said);
    expect(line).not.toContain("governing");
    const [, , full] = registerOfInformation(report, {
      contracts: { ovhcloud: { reference: "C-1", noticeDays: { ours: 60, theirs: 365 }, sensitiveness: "high", reliance: "full" } },
    }).B_02_02;
    expect(full).toMatchObject({ c0100: "60", c0110: "365", c0170: "eba_ZZ:x793", c0180: "eba_ZZ:x797" });
  });

  it("leaves nothing with a place out of both rows and what is open", () => {
    const without = registerOfInformation({
      ...report,
      resources: [
        {
          address: "ovh_cloud_project_storage.x",
          type: "ovh_cloud_project_storage",
          provider: "ovh/ovh",
          place: null,
          verdict: "undecided",
          origin: "o",
        },
      ],
    });
    expect(without.B_02_02).toEqual([]);
    expect(without.open).toEqual(["ovh_cloud_project_storage.x: its operator is not known, so that it is in no row."]);
  });
});

it("writes CSV that a spreadsheet reads", () => {
  expect(registerCsv([{ c0020: 'A "quoted", name', c0010: "1" }])).toBe('c0010,c0020\r\n1,"A ""quoted"", name"\r\n');
});
