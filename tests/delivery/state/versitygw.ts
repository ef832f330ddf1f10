import { join } from "node:path";
import { obtained } from "../obtained.ts";

const gateway = obtained("versitygw", "v1.8.0", () => ["go", ["install", "github.com/versity/versitygw/cmd/versitygw@v1.8.0"]]);

/** A real S3 store, Apache-2.0, that keeps its objects in a folder. */
export const versitygw = gateway === undefined ? undefined : join(gateway, "versitygw");
