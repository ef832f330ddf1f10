import { domainToASCII } from "node:url";
import type { RehearsalOverlay } from "../contract/rehearsal.ts";

/** DNS allows 255 bytes in each quoted part of a TXT record. */
const PART = 255;

/** What the schema does not say of Hetzner's cloud, for the simulated provider. */
export const rehearsal: RehearsalOverlay = {
  functions: {
    idna: (domain) => domainToASCII(String(domain)),
    txt_record: (record) => {
      const text = String(record);
      const parts = Array.from({ length: Math.max(1, Math.ceil(text.length / PART)) }, (_, i) => text.slice(i * PART, (i + 1) * PART));
      return parts.map((part) => `"${part.replaceAll('"', '\\"')}"`).join(" ");
    },
  },
};
