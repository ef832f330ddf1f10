/** Marks that Pulumi's engine writes where a value is none. https://github.com/pulumi/pulumi sdk/go/common/resource/plugin/rpc.go, seen 2026-11-28. */

/** Stand for a value that is known after the update only, one for each kind of value. */
const UNKNOWNS: ReadonlySet<string> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const UNKNOWN_WITHIN = new RegExp([...UNKNOWNS].join("|"));
export const holdsUnknown = (text: string): boolean => text.length >= 36 && UNKNOWN_WITHIN.test(text);

/** The member that says which kind of object it is. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
export const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
export const RESOURCE_REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** What the engine prints in place of a secret. */
export const MASKED = "[secret]";
