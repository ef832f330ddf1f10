import type { Software } from "./software.ts";

/** Which Nextcloud, and under which name. */
export interface Nextcloud {
  /** The image with a web server in it, by its digest, in a registry that the policy names. */
  readonly image: string;
  /** The name under which people reach it. @default none: it answers to its addresses alone */
  readonly domain?: string;
}

/**
 * Nextcloud from its developers' image with a web server in it (`apache`), with PostgreSQL and a bucket as primary storage. Its secrets, on the machine:
 * POSTGRES_HOST, POSTGRES_USER, POSTGRES_PASSWORD, OBJECTSTORE_S3_BUCKET, OBJECTSTORE_S3_HOST, OBJECTSTORE_S3_REGION, OBJECTSTORE_S3_KEY,
 * OBJECTSTORE_S3_SECRET, NEXTCLOUD_ADMIN_USER and NEXTCLOUD_ADMIN_PASSWORD.
 *
 * Source: github.com/nextcloud/docker README.md; seen 2026-11-28.
 */
export const nextcloud = ({ image, domain }: Nextcloud, database: string): Software => ({
  image,
  keeps: "/var/www/html",
  http: 80,
  settings: {
    POSTGRES_DB: database,
    OBJECTSTORE_S3_USEPATH_STYLE: "true",
    OVERWRITEPROTOCOL: "https",
    TRUSTED_PROXIES: "127.0.0.1",
    ...(domain === undefined ? {} : { NEXTCLOUD_TRUSTED_DOMAINS: domain }),
  },
});
