import type { IsoDate } from "../catalogue/index.ts";
import { operatorOn } from "../clouds/operators.ts";
import type { Report } from "../guard/index.ts";
import { type RegisteredService, serviceOf } from "./register-services.ts";

/** What the financial entity knows and no code can: its contracts. Each field that is left out stays empty in the register, to be filled in by hand. */
export interface RegisterOptions {
  /** LEI of the entity that uses the services. @default empty */
  readonly entity?: string;
  /** By operator's id, `ovhcloud`: what the contract says. @default empty */
  readonly contracts?: Readonly<Record<string, RegisteredContract>>;
}

/** One contract on ICT services, as the register names it. */
export interface RegisteredContract {
  /** Your own reference of it. */
  readonly reference: string;
  /** LEI or EUID of the company that provides. */
  readonly providerCode?: string;
  /** Which of both `providerCode` is. */
  readonly providerCodeType?: "LEI" | "EUID";
  /** Id of the function that it supports, as in template B_06.01. */
  readonly functionId?: string;
  /** First day, `2026-01-01`. */
  readonly start?: IsoDate;
  /** Last day. @default 9999-12-31: it has none */
  readonly end?: IsoDate;
  /** Country whose law governs it, `FR`. */
  readonly governingLaw?: string;
  /** Days of notice that you have to give, and that the provider has. */
  readonly noticeDays?: { readonly ours?: number; readonly theirs?: number };
  /** How sensitive what it stores is. */
  readonly sensitiveness?: keyof typeof SENSITIVENESS;
  /** How far the function relies on it. */
  readonly reliance?: keyof typeof RELIANCE;
  /** What it costs in a year, as it is or as it is estimated. */
  readonly yearlyCost?: { readonly amount: number; readonly currency: string };
  /** LEI or EUID of the company at the top of the provider's group, where that is another. */
  readonly parentCode?: string;
  /** Which of both `parentCode` is. */
  readonly parentCodeType?: "LEI" | "EUID";
}

/** Rows of the register's templates, each by its column's code. */
export interface RegisterOfInformation {
  /** Contracts and services: one row for each operator, kind of service and country. */
  readonly B_02_02: readonly Readonly<Record<string, string>>[];
  /** Providers. */
  readonly B_05_01: readonly Readonly<Record<string, string>>[];
  /** What a reader has to know before filing: resources whose operator or country is not known, and what only the contract says. */
  readonly open: readonly string[];
}

/**
 * What an infrastructure shows of the register of information that DORA asks for (article 28.3): which provider, of which seat, provides which kind of
 * service from which country, and where data is stored. Everything else is in contracts, and stays empty.
 *
 * Columns and codes: Implementing Regulation (EU) 2024/2956, annexes I and III, as github.com/intuitem/ciso-assistant-community
 * documentation/dora-roi-specification.md lists them; read on 2026-11-28. The register that is filed holds more templates.
 *
 * @example
 * const { report } = synthesized((app) => {
 *   new Bucket(new SovereignStack(app, "bank", { at: ovh("GRA11") }), "ledger");
 * });
 * const register = registerOfInformation(report, { contracts: { ovhcloud: { reference: "C-2026-001" } } });
 * console.assert(register.B_02_02[0]?.["c0150"] === "eba_GA:FR");
 * console.assert(registerCsv(register.B_05_01).startsWith("c0010,"));
 */
export function registerOfInformation(report: Report, { entity = "", contracts = {} }: RegisterOptions = {}): RegisterOfInformation {
  const day = report.asOf;
  const rows = new Map<string, Readonly<Record<string, string>>>();
  const operators = new Set<string>();
  const open: string[] = [];
  const others = new Set<string>();
  for (const { address, type, place, provider: source } of report.resources) {
    // What is only looked up is provided to nobody.
    if (source === null || type === "" || /(?:^|\.)data\./.test(address)) continue;
    const service = serviceOf(source, type);
    if (service === undefined) {
      if (place !== null) others.add(type);
      continue;
    }
    if (place === null || place.country === null) {
      open.push(`${address}: ${place === null ? "its operator is" : "its country is"} not known, so that it is in no row.`);
      continue;
    }
    operators.add(place.operator);
    const key = [place.operator, service.code, place.country].join(" ");
    const before = rows.get(key);
    // A service that stores data anywhere stores data.
    rows.set(key, service.stores || before === undefined ? row(place.operator, place.country, service, entity, contracts, day) : before);
  }
  if (others.size > 0)
    open.push(`No service of their own, as far as the catalogue knows, and in no row: ${[...others].sort().join(", ")}.`);
  for (const id of operators) {
    const contract = contracts[id];
    if (contract === undefined) open.push(`${id}: no contract is named, so that its reference, its dates and its function are empty.`);
    else open.push(...leftOut(id, contract));
  }
  return {
    B_02_02: [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
    B_05_01: [...operators].sort().map((id) => provider(id, contracts[id], day)),
    open,
  };
}

/** Rows as CSV, columns by their codes, as the templates are filed. */
export function registerCsv(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((one) => Object.keys(one)))].sort();
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...rows.map((one) => columns.map((column) => one[column] ?? ""))]
    .map((line) => `${line.map(cell).join(",")}\r\n`)
    .join("");
}

const SENSITIVENESS = { low: "eba_ZZ:x791", medium: "eba_ZZ:x792", high: "eba_ZZ:x793" } as const;
const RELIANCE = { "not significant": "eba_ZZ:x794", low: "eba_ZZ:x795", material: "eba_ZZ:x796", full: "eba_ZZ:x797" } as const;

/** What a contract may leave out → its column, and when somebody has to fill it in. */
const LEFT_OUT: readonly (readonly [field: keyof RegisteredContract, column: string])[] = [
  ["functionId", "B_02.02 c0050, the function"],
  ["start", "B_02.02 c0070, its first day"],
  ["noticeDays", "B_02.02 c0100 and c0110, days of notice, for a critical or important function"],
  ["governingLaw", "B_02.02 c0120, its law, for a critical or important function"],
  ["sensitiveness", "B_02.02 c0170, how sensitive the data is, for a critical or important function"],
  ["reliance", "B_02.02 c0180, how far the function relies on it, for a critical or important function"],
  ["yearlyCost", "B_05.01 c0060 and c0070, what it costs in a year"],
  ["providerCode", "B_05.01 c0010, the provider's LEI or EUID"],
  ["parentCode", "B_05.01 c0080, the parent's LEI or EUID, where there is one"],
];

const leftOut = (id: string, contract: RegisteredContract): readonly string[] => {
  const empty = LEFT_OUT.flatMap(([field, column]) => (contract[field] === undefined ? [column] : []));
  return empty.length === 0 ? [] : [`${id}: its contract says nothing of ${empty.join("; ")}.`];
};

/** "Not applicable", which key columns take in place of nothing. */
const NOT_APPLICABLE = "eba_GA:qx2007";
const NO_END = "9999-12-31";

function row(
  operator: string,
  country: string,
  service: RegisteredService,
  entity: string,
  contracts: NonNullable<RegisterOptions["contracts"]>,
  day: IsoDate,
): Readonly<Record<string, string>> {
  const contract = contracts[operator];
  const seat = operatorOn(operator, day)?.seat.country;
  return {
    c0010: contract?.reference ?? "",
    c0020: entity,
    c0030: contract?.providerCode ?? "",
    c0040: contract?.providerCodeType ?? "",
    c0050: contract?.functionId ?? "",
    c0060: `eba_TA:${service.code}`,
    c0070: contract?.start ?? "",
    c0080: contract === undefined ? "" : (contract.end ?? NO_END),
    // Of a contract that runs, nothing ended it.
    c0090: "",
    c0100: String(contract?.noticeDays?.ours ?? ""),
    c0110: String(contract?.noticeDays?.theirs ?? ""),
    c0120: contract?.governingLaw === undefined ? "" : `eba_GA:${contract.governingLaw}`,
    c0130: seat === undefined ? NOT_APPLICABLE : `eba_GA:${seat}`,
    c0140: service.stores ? "eba_BT:x28" : "eba_BT:x29",
    c0150: service.stores ? `eba_GA:${country}` : NOT_APPLICABLE,
    c0160: `eba_GA:${country}`,
    c0170: service.stores && contract?.sensitiveness !== undefined ? SENSITIVENESS[contract.sensitiveness] : "",
    c0180: contract?.reliance === undefined ? "" : RELIANCE[contract.reliance],
  };
}

function provider(id: string, contract: RegisteredContract | undefined, day: IsoDate): Readonly<Record<string, string>> {
  const operator = operatorOn(id, day);
  return {
    c0010: contract?.providerCode ?? "",
    c0020: contract?.providerCodeType ?? "",
    c0030: operator?.name ?? id,
    c0040: "eba_CT:x212",
    c0050: operator === undefined ? "" : `eba_GA:${operator.seat.country}`,
    c0060: contract?.yearlyCost === undefined ? "" : `eba_CU:${contract.yearlyCost.currency}`,
    c0070: String(contract?.yearlyCost?.amount ?? ""),
    c0080: contract?.parentCode ?? "",
    c0090: contract?.parentCodeType ?? "",
  };
}
