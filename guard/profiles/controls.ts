/** The controls that European frameworks share, so that a rule can name what it serves without naming one framework. Each says who asks for it. */
export interface SharedControl {
  readonly title: string;
  /** Controls of profiles, by id. */
  readonly askedBy: readonly string[];
}

export const SHARED_CONTROLS = {
  "GEO-1": {
    title: "Every resource is in a country that the profile allows; a place that is not known is refused",
    askedBy: ["Gaia-X:P5.1.1", "Gaia-X:P5.1.2", "SecNumCloud:19.2.b", "HDS:EXI-28", "CSF:SOV-3", "DORA:30.2.b", "CADA:1.1.b", "GDPR:44"],
  },
  "GEO-2": {
    title: "The Union only, the EEA, or countries with an adequacy decision: each framework draws its own line",
    askedBy: ["SecNumCloud:19.2.b", "CADA:1.1.c", "Gaia-X:P5.1.2", "HDS:EXI-28", "GDPR:45"],
  },
  "GEO-3": {
    title: "Endpoints, state and telemetry are in allowed places as well",
    askedBy: ["SecNumCloud:19.2.d", "CADA:1.1.c"],
  },
  "GEO-4": { title: "Nothing is global or without a place unless somebody has accepted it", askedBy: ["Gaia-X:P5.1.2"] },
  "GEO-5": { title: "No default means every region", askedBy: ["HDS:EXI-28"] },
  "OPR-1": {
    title: "The operator's head office and ultimate control are in the allowed countries",
    askedBy: ["Gaia-X:P5.1.4", "Gaia-X:P5.1.5", "SecNumCloud:19.6.a", "CSF:SOV-1", "CSF:SOV-2", "C5-2026:GC-01"],
  },
  "OPR-2": { title: "The service in its region has the certificate that is needed", askedBy: ["SecNumCloud:A2.c", "HDS:EXI-12"] },
  "OPR-3": { title: "A claim of a label or a level has a source, a date, and a claimant", askedBy: ["Gaia-X:P5.1.3", "CSF:SOV-7"] },
  "KEY-1": {
    title: "Data at rest is encrypted",
    askedBy: ["C5:CRY-03", "NIS2-IR:9.2.a", "SecNumCloud:10.1.a", "DORA:9.4.d"],
  },
  "KEY-2": { title: "The customer's own key, in an allowed place, where the service takes one", askedBy: ["CSF:SOV-3"] },
  "KEY-3": { title: "The key is kept outside the operator that stores the data", askedBy: ["C5:CRY-03", "CSF:SOV-3"] },
  "KEY-4": { title: "Keys are rotated, protected from deletion, and not shared across classes of data", askedBy: ["C5:CRY-04"] },
  "NET-1": {
    title: "Services that hold data have no public address, and no list lets the whole world in",
    askedBy: ["NIS2-IR:6.7", "NIS2-IR:6.8", "SecNumCloud:13.2"],
  },
  "NET-2": {
    title: "Data paths are private, and interfaces of administration are restricted",
    askedBy: ["SecNumCloud:9.6.d", "SecNumCloud:13.2"],
  },
  "NET-3": { title: "What leaves is denied, or declared with its country", askedBy: ["CSF:SOV-3", "Gaia-X:P5.1.6"] },
  "ADM-1": {
    title: "Nobody administers from a third country",
    askedBy: ["SecNumCloud:19.2.c", "HDS:EXI-29", "CADA:3.1", "CSF:SOV-4"],
  },
  "ADM-2": { title: "Credentials are short-lived, and people have a second factor", askedBy: ["SecNumCloud:9.6.f", "NIS2:21.2.j"] },
  "BKP-1": { title: "There is a backup, and every copy is in an allowed place", askedBy: ["SecNumCloud:12.5.d", "NIS2-IR:4.2.2.c"] },
  "BKP-2": { title: "The backup is far enough away, in another network", askedBy: ["NIS2-IR:4.2.2.c", "C5:PS-02", "C5:OPS-09"] },
  "BKP-3": { title: "Nobody can delete data or its backup at a stroke", askedBy: ["NIS2-IR:4.2"] },
  "AVL-1": { title: "What is in production stands at two sites", askedBy: ["C5:PS-02"] },
  "LOG-1": {
    title: "An audit log is kept, in an allowed place, for six months or longer",
    askedBy: ["SecNumCloud:12.6.c", "NIS2-IR:3.2.5"],
  },
  "LOG-2": { title: "No log and no metric goes to a service outside", askedBy: ["SecNumCloud:19.2.d", "CADA:1.1.c"] },
  "EXT-1": {
    title: "What is used can be had elsewhere, in open forms",
    askedBy: ["DataAct:23", "DataAct:30", "Gaia-X:P4.1.1", "CSF:SOV-6"],
  },
  "EXT-2": { title: "There is a plan to leave, and it has been tried", askedBy: ["DataAct:25", "DORA:28.8", "DORA:30.3.f"] },
  "EVD-1": { title: "The register says where each service runs and stores", askedBy: ["DORA:28.3", "DORA:30.2.b"] },
  "EVD-2": { title: "Transfers to third countries are listed", askedBy: ["HDS:EXI-31"] },
  "EVD-3": { title: "Each decision is recorded, signed, and cannot be changed unseen", askedBy: ["CSF:SOV-7"] },
  "ENV-1": { title: "Energy use is measured and told", askedBy: ["Gaia-X:P6.1.2", "CSF:SOV-8"] },
} as const satisfies Readonly<Record<string, SharedControl>>;
