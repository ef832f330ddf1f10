import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../engines/index.ts";

/** Who asks an S3 store, as the engines find it out. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Where they were found, for people. */
  readonly where: string;
}

/** From the environment, or from the file that the clients of S3 share; null: nobody has said. */
export function credentialsIn(env: Environment): Credentials | null {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = env;
  if (accessKeyId && secretAccessKey)
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }), where: "AWS_ACCESS_KEY_ID" };
  const file = env.AWS_SHARED_CREDENTIALS_FILE ?? join(env.HOME ?? homedir(), ".aws", "credentials");
  const profile = env.AWS_PROFILE ?? "default";
  const said = existsSync(file) ? settingsOf(readFileSync(file, "utf8"), profile) : new Map<string, string>();
  const [id, secret, token] = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"].map((name) => said.get(name));
  if (id === undefined || secret === undefined) return null;
  return {
    accessKeyId: id,
    secretAccessKey: secret,
    ...(token !== undefined && { sessionToken: token }),
    where: `${file}, profile ${profile}`,
  };
}

function settingsOf(text: string, profile: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let inside = false;
  for (const line of text.split("\n")) {
    const section = /^\s*\[\s*(.+?)\s*\]/.exec(line)?.[1];
    if (section !== undefined) inside = section === profile;
    const [, name, value] = /^\s*([a-z_]+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (inside && name !== undefined && value !== undefined) found.set(name, value);
  }
  return found;
}
