import type { Subject } from "./infrastructure.ts";

/** Whether what runs is a program that OpenTofu asks for the key of a state, or has encrypt it: before there is a plan. */
export const isKeyProgram = ({ kind, address }: Pick<Subject, "kind" | "address">): boolean =>
  kind === "provisioner" && address.startsWith("terraform.encryption.");

/**
 * The endpoint that OVHcloud's own program for keys of its key management is told to ask, when it is called in the one form in which the configuration
 * alone says whom it asks; undefined for every other program, and every other form. A variable of the environment that is set there overrules the
 * program's file of settings. Source: https://github.com/ovh/opentofu-kms-ovhcloud README; seen 2026-11-28.
 */
export function okmsEndpoint(command: unknown): string | undefined {
  if (!Array.isArray(command) || command.length !== 5) return undefined;
  const [env, setting, program, flag, key] = command as readonly unknown[];
  if (env !== "env" || program !== "opentofu-kms-ovhcloud" || flag !== "--key-id") return undefined;
  if (typeof setting !== "string" || typeof key !== "string" || !/^[0-9a-f-]{36}$/.test(key)) return undefined;
  return /^KMS_RESTAPI_ENDPOINT=(https:\/\/[a-z0-9.-]+)$/.exec(setting)?.[1];
}
