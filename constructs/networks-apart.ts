import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { overlaps, parseCidr } from "../clouds/contract/index.ts";
import { refuse } from "./refuse.ts";

const TAKEN = Symbol.for("terroir.addresses");

/** Networks of one stack meet sooner or later, by peering or a VPN; then no address may mean two machines. */
export function requireApart(self: Construct, cidr: string): void {
  const stack = TerraformStack.of(self) as { [TAKEN]?: { readonly path: string; readonly cidr: string }[] };
  if (stack[TAKEN] === undefined) Object.defineProperty(stack, TAKEN, { value: [] });
  const taken = stack[TAKEN] ?? [];
  const other = taken.find((one) => overlaps(parseCidr(one.cidr), parseCidr(cidr)));
  if (other !== undefined)
    refuse(
      self,
      `its addresses ${cidr} overlap ${other.cidr} of ${other.path}. Give each network addresses of its own, best from one plan: ` +
        `const plan = new AddressPlan("10.0.0.0/8"), then { addresses: plan.allocate("${self.node.id}", 16) }; or say { isolated: true } if the two will never meet.`,
    );
  taken.push({ path: self.node.path, cidr });
}
