import type { Profile } from "../profile/profile.ts";

/** France's certification of hosts of health data. */
export const hds: Profile = {
  id: "hds",
  title: "HDS",
  version: "2.0",
  date: "2024-04-26",
  status: "certification",
  decidedBy: "an accredited body that certifies the host",
  note: "The certificate holds for activities of a host. At some operators it is an option of the project, so that a project without it is not covered.",
  source: "https://github.com/intuitem/ciso-assistant-community backend/library/libraries/hds-v2.yaml",
  seen: "2026-11-28",
  countries: "eea",
  extends: [],
  rules: [],
  controls: [
    {
      id: "HDS:EXI-12",
      asks: "The host gives its customer its certificate, and those of certified hosts that it relies on.",
      certificate: "hds-2",
      documents: ["The host's certificate"],
    },
    { id: "HDS:EXI-17", asks: "The contract says what the certificate covers, and when it was given.", documents: ["The contract"] },
    {
      id: "HDS:EXI-18",
      asks: "The contract describes the services, and how data stays available, whole, confidential and auditable.",
      documents: ["The contract"],
    },
    { id: "HDS:EXI-22", asks: "The contract tells which others the host relies on.", documents: ["The contract"] },
    {
      id: "HDS:EXI-23",
      asks: "The contract says how access to health data is governed.",
      documents: ["The contract, and the team's own rules of access"],
    },
    {
      id: "HDS:EXI-27",
      asks: "Everything comes back at the end, in a readable form, and copies are destroyed.",
      documents: ["The clause on reversibility"],
    },
    {
      id: "HDS:EXI-28",
      asks: "Health data is stored in the European Economic Area only, and the host says where.",
      rules: {
        "residency/region": {},
        "residency/cdn": {},
        "residency/replica": {},
        "residency/backup": {},
        "residency/copy": {},
        "residency/log-sink": {},
      },
      documents: ["Where the host says that data is"],
    },
    {
      id: "HDS:EXI-29",
      asks: "Access from outside the EEA rests on an adequacy decision or on safeguards, which the customer is told.",
      documents: ["The host's statement on access from third countries"],
    },
    {
      id: "HDS:EXI-30",
      asks: "The host says which laws of third countries could reach the data.",
      documents: ["The host's statement on laws of third countries"],
    },
    {
      id: "HDS:EXI-31",
      asks: "The host publishes a map of transfers to third countries.",
      documents: ["The host's public map of transfers"],
    },
  ],
};
