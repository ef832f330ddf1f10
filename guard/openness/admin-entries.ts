import type { IngressReading, Reading } from "../../clouds/contract/index.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { type Entries, entriesOf } from "./ingress.ts";

/** Ports on which machines and databases are administered: SSH, Telnet, RDP, VNC, WinRM, Docker, etcd, kubelet. */
export const ADMIN_PORTS: readonly number[] = [22, 23, 2375, 2376, 2379, 3389, 5900, 5985, 5986, 10250];

/** Whether a resource can say who administers it: by a list of its own, or by ports. */
export const canAdminister = (reading: Reading | undefined): boolean =>
  reading?.ingress?.some((list) => list.administers === true || list.ports !== undefined) === true;

/** Who may enter to administer, list by list: where the whole list is for that, or on ports that are. */
export function adminEntries(
  subject: Subject,
  reading: Reading | undefined,
  ports: readonly number[],
): readonly { readonly list: IngressReading; readonly found: Entries }[] {
  return (reading?.ingress ?? []).flatMap((list) => {
    if (list.administers === true) return [{ list, found: entriesOf(subject, list) }];
    if (list.ports === undefined) return [];
    const { entries, unknown } = entriesOf(subject, list);
    return [{ list, found: { entries: entries.filter((entry) => isAmong(entry.ports, ports)), unknown, open: [] } }];
  });
}

/** `22`, `20-25`; null: every port. */
function isAmong(text: string | null, ports: readonly number[]): boolean {
  if (text === null) return true;
  const [from = Number.NaN, to = from] = text.split("-").map(Number);
  return Number.isNaN(from) || ports.some((port) => port >= from && port <= to);
}
