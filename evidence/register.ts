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
  for (const id of operators)
    if (contracts[id] === undefined) open.push(`${id}: no contract is named, so that its reference, its dates and its function are empty.`);
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
    c0120: contract?.governingLaw === undefined ? "" : `eba_GA:${contract.governingLaw}`,
    c0130: seat === undefined ? NOT_APPLICABLE : `eba_GA:${seat}`,
    c0140: service.stores ? "eba_BT:x28" : "eba_BT:x29",
    c0150: service.stores ? `eba_GA:${country}` : NOT_APPLICABLE,
    c0160: `eba_GA:${country}`,
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
  };
}
