/** What acme wants of its ground, whichever that is: who comes in, how people sign in to clusters, and two deployments. */
import type { LandingZoneProps } from "terroir/stacks";

export const acme = {
  owner: "platform-team",
  // Yours go here: addresses kept for examples (RFC 5737), and a key whose private half was thrown away.
  access: {
    allowedFrom: ["198.51.100.0/24"],
    sshKey: process.env["SSH_PUBLIC_KEY"] ?? "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU",
  },
  signIn: { issuerUrl: "https://id.example.com", clientId: "kubernetes" },
  spokes: {
    shop: {
      cluster: { pools: { general: { flavour: { cpus: 4, memory: 16 }, nodes: 3 } } },
      database: { engine: "postgresql", version: "17", databases: ["orders"] },
      secrets: { "payment-key": "outside" },
    },
    analytics: {
      database: { engine: "postgresql", version: "17" },
    },
  },
} as const satisfies Pick<LandingZoneProps, "owner" | "access" | "signIn" | "spokes">;
