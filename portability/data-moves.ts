import type { DataMove } from "./data-move.ts";
import { DATABASE_MOVES } from "./database-moves.ts";

const rclone = { source: "https://rclone.org/commands/rclone_sync/", seen: "2026-11-28" } as const;
const logical = { source: "https://www.postgresql.org/docs/17/logical-replication.html", seen: "2026-11-28" } as const;
const skopeo = { source: "https://github.com/containers/skopeo/blob/main/docs/skopeo-sync.1.md", seen: "2026-11-28" } as const;
const velero = { source: "https://velero.io/docs/main/migration-case/", seen: "2026-11-28" } as const;
const rsync = { source: "https://download.samba.org/pub/rsync/rsync.1", seen: "2026-11-28" } as const;
const openbao = { source: "https://openbao.org/docs/secrets/kv/kv-v2/", seen: "2026-11-28" } as const;

/** A copy that the operator makes of another bucket: it holds nothing that the other does not. */
const REPLICA: DataMove = {
  means: "Nothing of its own: a copy of the bucket that it belongs to, filled from there.",
  steps: [{ phase: "switch", what: "Let the new bucket fill its copy, or copy it with a job of yours; compare counts." }],
  ...rclone,
};

/** States name what stands at the origin: there, they would be wrong. */
const STATES: DataMove = {
  means: "Nothing: a state names what stands at the origin. The destination begins with states of its own.",
  steps: [{ phase: "leave", what: "Keep its states until all that they name is destroyed, and destroy it last." }],
  source: "https://opentofu.org/docs/language/state/purpose/",
  seen: "2026-11-28",
};

/**
 * How the data of a construct moves; undefined where it keeps none.
 *
 * @param buckets paths of all buckets: the copy that one of them makes stands below it
 */
export function dataMove(
  { path, concept, engine }: { readonly path: string; readonly concept: string; readonly engine?: string },
  buckets: ReadonlySet<string>,
  /** Paths of those that keep states. */
  stores: ReadonlySet<string>,
): DataMove | undefined {
  const copied = /^(.+)\/replica(?:-\d+)?\/bucket$/.exec(path)?.[1];
  if (concept === "bucket" && (stores.has(path) || stores.has(copied ?? ""))) return STATES;
  if (concept === "bucket" && copied !== undefined && buckets.has(copied)) return REPLICA;
  if (concept === "database" && engine !== undefined && Object.hasOwn(DATABASE_MOVES, engine)) return DATABASE_MOVES[engine];
  return Object.hasOwn(DATA_MOVES, concept) ? DATA_MOVES[concept] : undefined;
}

/** Concepts that hold data, by the way in which it leaves; every other concept is made anew from its description. */
const DATA_MOVES: Readonly<Record<string, DataMove>> = {
  bucket: {
    means: "Copied over S3, object by object, with checksums.",
    steps: [
      {
        phase: "copy",
        what: "Copy every object (`rclone sync`). A copy has neither old versions nor locks of its own: where the law wants them kept, copy versions oldest first, and let the new bucket's lock hold for what is left of the time.",
      },
      { phase: "follow", what: "Repeat the copy each day: only what changed moves." },
      { phase: "switch", what: "Stop writing, copy a last time, compare counts and checksums (`rclone check`)." },
    ],
    ...rclone,
  },
  database: {
    means: "A dump at the origin, restored at the destination.",
    steps: [
      { phase: "copy", what: "Try the whole once with the engine's own dump, and measure how long it takes." },
      { phase: "switch", what: "Stop writing, dump, restore, compare counts." },
    ],
    ...logical,
  },
  volume: {
    means: "File by file over an encrypted connection between two machines; an image of the volume only where both operators take one.",
    steps: [
      { phase: "copy", what: "Attach a new encrypted volume at the destination, copy the files (`rsync -aHAX`)." },
      { phase: "switch", what: "Stop what writes, copy a last time with `--delete`, compare." },
    ],
    ...rsync,
  },
  fileShare: {
    means: "File by file between two machines that have mounted the shares.",
    steps: [
      { phase: "copy", what: "Mount both shares, copy the files (`rsync -aHAX`)." },
      { phase: "switch", what: "Unmount it from what writes, copy a last time with `--delete`, compare." },
    ],
    ...rsync,
  },
  registry: {
    means: "Image by image, signatures included, with the digests unchanged.",
    steps: [
      { phase: "copy", what: "Copy every repository (`skopeo sync --all`)." },
      { phase: "switch", what: "Copy what was pushed since, point deployments at the new registry." },
    ],
    ...skopeo,
  },
  cluster: {
    means: "Workloads from their manifests; what they keep in volumes, by a backup that the new cluster restores.",
    steps: [
      {
        phase: "copy",
        what: "Deploy the manifests to the new cluster; back up and restore persistent volumes (Velero with file-system backup).",
      },
      { phase: "stop", what: "Scale the workloads at the origin down to nothing: nothing writes any more." },
      { phase: "switch", what: "Back up and restore its volumes a last time, and start the workloads at the destination." },
    ],
    ...velero,
  },
  secretStore: {
    means: "Read and written again by a machine that both sides trust; a secret is better made anew than copied.",
    steps: [
      { phase: "copy", what: "Write each secret to the new store, from its owner where there is one." },
      { phase: "leave", what: "Rotate every secret that was copied: the origin has seen it." },
    ],
    ...openbao,
  },
  keyRing: {
    means: "Keys do not leave: make new ones, and encrypt what they protect again.",
    steps: [
      { phase: "copy", what: "Create the keys at the destination; copies are encrypted with them as they arrive." },
      { phase: "leave", what: "Destroy the old keys only after the retention of everything that they encrypt." },
    ],
    ...openbao,
  },
  instance: {
    means: "Made anew from its image and user data; what it keeps on its own disk, file by file.",
    steps: [
      { phase: "stop", what: "Stop the services on it that write." },
      { phase: "switch", what: "Copy what it keeps on its own disk (`rsync -aHAX`), or nothing where it keeps nothing." },
    ],
    ...rsync,
  },
  backup: {
    means: "Old backups stay readable at the origin until their time is over, or are restored and taken again.",
    steps: [
      { phase: "switch", what: "Take a first backup at the destination before the origin is given up; export what the law wants kept." },
    ],
    ...rclone,
  },
  auditLog: {
    means: "The archive is a bucket and moves as one, with its locks; the live log begins anew.",
    steps: [{ phase: "switch", what: "Copy the archive last, and keep the origin's until its locks end." }],
    ...rclone,
  },
};
