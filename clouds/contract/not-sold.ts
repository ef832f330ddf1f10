/** What several operators do not sell at all, and what does instead: the same sentences for each of them. Source and day are the cloud's own. */
export const NOT_SOLD = {
  auditLog: {
    because: "It has no log service that products write to.",
    instead: "Run Loki or Graylog on instances, or keep an archive at another European cloud that locks buckets: ovh, scaleway.",
  },
  fileShare: {
    because: "It sells no shared file systems.",
    instead: "Run an NFS server on an instance with a volume, or take a bucket.",
  },
  keyRing: {
    because: "It sells no key management service.",
    instead: "Run OpenBao on instances, or keep keys at another European cloud: ovh, scaleway.",
  },
  registry: {
    because: "It sells no container registry.",
    instead: "Run Harbor on instances, or take the registry of another European cloud: ovh, scaleway.",
  },
  secretStore: {
    because: "It sells no secret manager.",
    instead: "Run OpenBao on instances, or keep secrets at another European cloud: ovh, scaleway.",
  },
} as const;
