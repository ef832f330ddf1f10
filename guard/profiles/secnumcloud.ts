import { atLeast } from "../profile/bounds.ts";
import type { Profile } from "../profile/profile.ts";

/** France's qualification of cloud services. It holds for a service, never for a company: what is bought must be the qualified service. */
export const secnumcloud: Profile = {
  id: "secnumcloud",
  title: "SecNumCloud",
  version: "3.2",
  date: "2022-03-08",
  status: "certification",
  decidedBy: "ANSSI, which qualifies services after an audit",
  note: "The requirements bind the provider of the service. Code shows what its customer built on it, and the rest is in the provider's qualification.",
  source: "https://github.com/intuitem/ciso-assistant-community backend/library/libraries/secnumcloud-3.2.yaml",
  seen: "2026-11-23",
  countries: "eu",
  operators: { seat: "eu", control: "eu" },
  extends: [],
  rules: [],
  controls: [
    {
      id: "SecNumCloud:A2.c",
      asks: "What is bought is a qualified service in a qualified region: a qualified company may sell other services as well.",
      certificate: "secnumcloud-3.2",
      documents: ["The contract, which names the qualified service"],
    },
    {
      id: "SecNumCloud:9.6.e",
      asks: "Interfaces of administration are apart from the public ones.",
      documents: ["How administration is kept apart"],
      rules: { "isolation/admin-ports": {}, "isolation/ingress": {}, "isolation/private-control-plane": {} },
    },
    {
      id: "SecNumCloud:9.6.f",
      rules: { "identity/wildcard-grants": {}, "identity/mfa": {}, "identity/credential-expiry": {} },
      asks: "Whoever administers over the internet uses two factors.",
      documents: ["How the team's own accounts are protected"],
    },
    {
      id: "SecNumCloud:10.1.a",
      asks: "Data is encrypted so that nobody reads it from storage that is given to another customer.",
      rules: { "state/encryption": {}, "encryption/at-rest": {} },
    },
    {
      id: "SecNumCloud:10.2",
      asks: "Data is encrypted on the way.",
      rules: { "encryption/in-transit": {}, "encryption/tls-version": {} },
      documents: ["The qualification, for the provider's own networks"],
    },
    {
      id: "SecNumCloud:10.5",
      asks: "Secrets are made, kept and replaced by rules.",
      rules: { "encryption/key-rotation": {}, "encryption/key-recovery": {} },
      documents: ["How secrets are kept"],
    },
    {
      id: "SecNumCloud:12.5",
      asks: "There are backups, and coming back from them is tried.",
      rules: { "resilience/backup": {}, "resilience/backup-retention": {}, "resilience/versioning": {} },
      documents: ["The record of the last restore"],
    },
    {
      id: "SecNumCloud:12.5.d",
      asks: "Backups are far enough away, and under the same rules of place as what they copy.",
      rules: { "residency/replica": {}, "residency/backup": {}, "residency/copy": {} },
      documents: ["How far away backups are"],
    },
    {
      id: "SecNumCloud:12.6",
      asks: "What happens is written down, and kept elsewhere.",
      rules: { "audit/trail": {} },
      documents: ["What each log holds"],
    },
    {
      id: "SecNumCloud:12.6.c",
      rules: { "audit/log-retention": { days: atLeast(180) } },
      asks: "Logs are kept for six months or longer.",
      documents: ["How long each log is kept"],
    },
    {
      id: "SecNumCloud:13.2",
      asks: "Networks are partitioned, and what need not be reached is not.",
      rules: {
        "isolation/ingress": {},
        "isolation/public-address": {},
        "isolation/public-data": {},
        "isolation/peering": {},
        "isolation/private-nodes": {},
      },
      documents: ["How networks are divided"],
    },
    {
      id: "SecNumCloud:19.1.h",
      asks: "The contract provides for leaving: data comes back in a form that can be used.",
      documents: ["The clause on reversibility"],
    },
    {
      id: "SecNumCloud:19.2.a",
      asks: "Where data is stored and processed is documented and told.",
      documents: ["The provider's list of sites"],
    },
    {
      id: "SecNumCloud:19.2.b",
      asks: "Data is stored and processed in the European Union.",
      rules: { "residency/region": {}, "residency/replica": {}, "residency/backup": {}, "residency/copy": {} },
    },
    {
      id: "SecNumCloud:19.2.c",
      rules: { "identity/admin-ranges": {}, "isolation/peering": {} },
      asks: "The service is administered and supervised from the European Union.",
      documents: ["The qualification, and from where the team itself administers"],
    },
    {
      id: "SecNumCloud:19.2.d",
      asks: "Technical data, such as identities, logs, certificates and configurations, is in the European Union as well.",
      rules: {
        "residency/dns": {},
        "residency/image-source": {},
        "jurisdiction/endpoint": {},
        "residency/log-sink": {},
        "residency/replica": {},
        "residency/copy": {},
        "state/backend": {},
      },
      documents: ["The qualification, for technical data that the provider keeps"],
    },
    {
      id: "SecNumCloud:19.6.a",
      asks: "The provider has its seat in the European Union, and no third country decides in it.",
      rules: { "jurisdiction/operator": {} },
      claimed: true,
      documents: ["The qualification, which looks at shares and votes (24 % and 39 %) that the catalogue does not know"],
    },
  ],
};
