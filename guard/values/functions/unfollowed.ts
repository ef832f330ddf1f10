import { AT_RUN, ON_MACHINE } from "../open.ts";

/** Functions of Terraform and OpenTofu whose result nobody computes here, and why: each gives a value that is not known. */
export const UNFOLLOWED: Readonly<Record<string, string>> = {
  abspath: ON_MACHINE,
  base64gzip: "is compressed by the engine, whose bytes are its own",
  bcrypt: AT_RUN,
  formatdate: "is about time, and names no place",
  log: "gives a fraction, of which the engine keeps more digits",
  pathexpand: ON_MACHINE,
  plantimestamp: AT_RUN,
  rsadecrypt: "opens what is encrypted, and nothing is decrypted here",
  timeadd: "is about time, and names no place",
  timecmp: "is about time, and names no place",
  timestamp: AT_RUN,
  uuid: AT_RUN,
  yamlencode: "is laid out by the engine in its own way",
};
