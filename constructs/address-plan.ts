import { InputError, withoutTrace } from "../catalogue/index.ts";
import { type Cidr, contains, formatCidr, overlaps, parseCidr, sizeOf } from "../clouds/contract/index.ts";

/**
 * Cuts a block of addresses into networks, in code: what is allocated once is allocated to nobody else, and an overlap is an error before
 * anything is built. Blocks are given first fit, in the order of the calls: put new ones at the end, or `reserve` what must never move.
 *
 * @example
 * const plan = new AddressPlan("10.0.0.0/8");
 * plan.reserve("office", "10.200.0.0/16");
 * new Network(stack, "hub", { addresses: plan.allocate("hub", 16), vlan: plan.vlan("hub") });
 * new Network(stack, "shop", { addresses: plan.allocate("shop", 16), vlan: plan.vlan("shop") });
 */
export class AddressPlan {
  readonly #block: Cidr;
  readonly #taken: { readonly name: string; readonly block: Cidr }[] = [];
  readonly #vlans = new Map<string, number>();
  readonly #path: string;

  /** @param addresses the whole block, `10.0.0.0/8`; its private ranges are a good choice, since nothing outside uses them. */
  constructor(addresses: string, path = addresses) {
    this.#path = path;
    try {
      this.#block = parseCidr(addresses);
    } catch (error) {
      throw withoutTrace(new InputError(`Address plan: ${JSON.stringify(addresses)} ${(error as Error).message}.`));
    }
  }

  /** The plan's own block, `10.0.0.0/8`. */
  get cidr(): string {
    return formatCidr(this.#block);
  }

  /** What was given to whom, in the order of the calls. */
  get allocations(): readonly { readonly name: string; readonly cidr: string }[] {
    return this.#taken.map(({ name, block }) => ({ name, cidr: formatCidr(block) }));
  }

  /**
   * The first free block of a size, as a plan of its own that can be cut further.
   *
   * @param prefix length of its prefix in bits: 16 gives 65,536 addresses, 24 gives 256.
   */
  allocate(name: string, prefix: number): AddressPlan {
    if (!Number.isInteger(prefix) || prefix < this.#block.prefix || prefix > 32)
      this.#refuse(`cannot give "${name}" a /${prefix}: say a whole number from ${this.#block.prefix} to 32.`);
    const step = sizeOf({ prefix });
    const end = this.#block.first + sizeOf(this.#block);
    let first = this.#block.first;
    while (first < end) {
      const candidate: Cidr = { first, prefix };
      const inTheWay = this.#taken.find(({ block }) => overlaps(block, candidate));
      if (inTheWay === undefined) return this.#take(name, candidate);
      first = Math.ceil((inTheWay.block.first + sizeOf(inTheWay.block)) / step) * step;
    }
    return this.#refuse(
      `has no free /${prefix} for "${name}". Given so far: ${this.#list() || "nothing"}. Ask for a smaller block, or start from a larger plan.`,
    );
  }

  /** A certain block, for what exists already or must never move. */
  reserve(name: string, cidr: string): AddressPlan {
    let block: Cidr;
    try {
      block = parseCidr(cidr);
    } catch (error) {
      return this.#refuse(`cannot reserve ${JSON.stringify(cidr)} for "${name}": it ${(error as Error).message}.`);
    }
    if (!contains(this.#block, block)) this.#refuse(`cannot reserve ${cidr} for "${name}": it lies outside the plan.`);
    return this.#take(name, block);
  }

  /** A VLAN number for a network, the same for the same name, from 2 upwards; networks on one private backbone need different ones. */
  vlan(name: string): number {
    const known = this.#vlans.get(name);
    if (known !== undefined) return known;
    const next = this.#vlans.size + 2;
    if (next > 4094) this.#refuse(`has given all VLAN numbers up to 4094: "${name}" needs a backbone of its own.`);
    this.#vlans.set(name, next);
    return next;
  }

  #take(name: string, block: Cidr): AddressPlan {
    for (const other of this.#taken) {
      if (other.name === name)
        this.#refuse(`has given "${name}" ${formatCidr(other.block)} already. Names are unique: choose another for ${formatCidr(block)}.`);
      if (overlaps(other.block, block))
        this.#refuse(`cannot give ${formatCidr(block)} to "${name}": it overlaps ${formatCidr(other.block)}, which is "${other.name}"'s.`);
    }
    this.#taken.push({ name, block });
    return new AddressPlan(formatCidr(block), `${this.#path}/${name}`);
  }

  #list(): string {
    return this.#taken.map(({ name, block }) => `${name} ${formatCidr(block)}`).join(", ");
  }

  #refuse(message: string): never {
    throw withoutTrace(new InputError(`Address plan ${this.#path} ${message}`));
  }
}
