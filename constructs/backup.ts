import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { BackupOutputs, BackupSource, Weekday } from "../clouds/contract/index.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";
import { timeOfDay } from "./time-of-day.ts";

/** What can be copied: a machine or a volume of this library. */
export type Copied = Construct & ({ readonly instanceId: string } | { readonly volumeId: string });

/** Props of a `Backup`: what is copied, when, and how many copies are kept. */
export interface BackupProps {
  /** Machines and volumes, at least one. They stand where the backup stands. */
  readonly of: readonly Copied[];
  /** Universal time, when least is written. @default "02:00" */
  readonly at?: string;
  /** Once a week, on this day. @default every day */
  readonly weekly?: Weekday;
  /** How many copies of each are kept. @default 14, two weeks of days: longer than a long holiday goes unnoticed */
  readonly keep?: number;
}

/**
 * Copies on a schedule, for what has none of its own. Databases and buckets do: see `backups` and `replicas` there.
 *
 * On OVHcloud: a workflow per machine, which copies its system disk. Copies stay in the machine's region: keep what must survive the region in a
 * bucket with a replica. Volumes are refused, since the provider has no schedule for them.
 *
 * @example
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const server = new Instance(stack, "server", { network, image: "Debian 12", flavour: "b3-8", sshKey });
 * new Backup(stack, "nightly", { of: [server], keep: 30 });
 */
export class Backup extends Construct {
  readonly #outputs: BackupOutputs;

  constructor(scope: Within<"backup">, id: string, props: BackupProps) {
    checkedProps(new.target, PROPS, "Backup", scope, id, props);
    super(scope, id);
    const keep = props.keep ?? 14;
    if (props.of.length === 0)
      refuse(this, "{ of } is empty: a backup of nothing gives nothing back. Name machines or volumes, { of: [server] }.");
    if (!(Number.isInteger(keep) && keep >= 1)) refuse(this, `{ keep: ${keep} } keeps no copy. Say how many, { keep: 14 }.`);
    const at = timeOfDay(this, "at", props.at ?? "02:00");
    this.#outputs = lower(this, "backup", {
      name: nameOf(this),
      of: props.of.map((copied) => sourceOf(this, copied)),
      schedule: props.weekly === undefined ? { every: "day", at } : { every: "week", on: props.weekly, at },
      keep,
    });
  }

  /** Ids of the schedules, by the name of what is copied. */
  get scheduleIds(): Readonly<Record<string, string>> {
    return this.#outputs.scheduleIds;
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}

function sourceOf(self: Construct, copied: Copied): BackupSource {
  const here = placeOf(self);
  const there = placeOf(copied);
  if (here.id !== there.id)
    refuse(self, `it stands at ${here.id} and would copy ${copied.node.path}, which stands at ${there.id}. Put a Backup beside it.`);
  const name = nameOf(copied);
  return "instanceId" in copied ? { name, kind: "instance", id: copied.instanceId } : { name, kind: "volume", id: copied.volumeId };
}
