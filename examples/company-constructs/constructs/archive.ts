import { Bucket, type BucketProps, type Within } from "terroir";

/** A bucket's props, less what Acme has decided. */
export interface ArchiveProps extends Omit<BucketProps, "name" | "versioned" | "lock" | "protect"> {
  /**
   * For how long nobody can delete an object, in days: 30 at least, as our insurer asks.
   * @default 90
   */
  readonly keepDays?: number;
}

/**
 * Acme's bucket for what must not be lost. It is a Bucket, so that grants, outputs and `resources` are those of a Bucket, and it goes wherever one is
 * taken, as another bucket's replica for instance.
 */
export class Archive extends Bucket {
  constructor(scope: Within<"bucket">, id: string, { keepDays = 90, ...props }: ArchiveProps = {}) {
    super(scope, id, { ...props, lock: { mode: "governance", days: Math.max(30, keepDays) }, protect: true });
  }
}
