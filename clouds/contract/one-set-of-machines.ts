import { InputError } from "../../catalogue/index.ts";
import type { LoadBalancerSpec } from "./concepts/index.ts";

/**
 * The machines behind a load balancer whose listeners all lead to the same: some operators' take machines and no addresses, and one set of them.
 *
 * @param operator whose load balancers they are, as a sentence names it: `Outscale`
 * @throws InputError when the spec asks for addresses, or for different machines behind different listeners
 */
export function oneSetOfMachines({ name, listeners }: LoadBalancerSpec, operator: string): readonly string[] {
  const sets = listeners.map(({ backend }) => backend.instanceIds ?? []);
  if (sets.some((one) => one.length === 0))
    throw new InputError(
      `Load balancer ${name} leads to addresses, and ${operator}'s lead to machines. Name them: { to: { instances: [server] } }.`,
    );
  const [first = [], ...more] = sets;
  if (more.some((other) => JSON.stringify([...other].sort()) !== JSON.stringify([...first].sort())))
    throw new InputError(
      `Load balancer ${name} leads different listeners to different machines, and one of ${operator}'s leads all to the same. Make a load balancer for each set of machines.`,
    );
  return first;
}
