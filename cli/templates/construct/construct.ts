import { Construct } from "constructs";
import { Bucket, type Within } from "terroir";

export interface __PASCAL__Props {
  /**
   * How long objects cannot be deleted, in days.
   * @default 30
   */
  readonly days?: number;
}

/** __TITLE__: a bucket whose objects nobody deletes before their time. A scope in a place without object storage does not compile. */
export class __PASCAL__ extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Within<"bucket">, id: string, { days = 30 }: __PASCAL__Props = {}) {
    super(scope, id);
    this.bucket = new Bucket(this, "bucket", { lock: { mode: "compliance", days } });
  }
}
