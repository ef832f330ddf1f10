import type { FirewallRuleSpec } from "./concepts/firewall.ts";
import type { PrivateAccessSpec } from "./concepts/private-access.ts";

/** Who comes in through the door of a private access, and what else comes in from inside: the inbound rules of its firewall. */
export const doorRules = ({
  from,
  door,
  inside = [],
}: Pick<PrivateAccessSpec, "from" | "door" | "inside">): readonly FirewallRuleSpec[] => [
  ...from.map((cidr) => ({
    description: "The door",
    protocol: door.protocol,
    ports: { from: door.port, to: door.port },
    peer: { cidr },
  })),
  ...inside,
];
