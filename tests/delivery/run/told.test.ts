import { describe, expect, it } from "vitest";
import { causesOf } from "../../../delivery/step/failure.ts";
import { messagesIn, plainText } from "../../../delivery/step/messages.ts";
import { touchedBy } from "../../../delivery/step/touched.ts";
import { translation } from "../../../engines/index.ts";

const result = (more: object = {}) => ({ code: 1, endedBy: null, stdout: "", stderr: "", ...more });
const line = (message: object) => JSON.stringify({ "@level": "info", "@message": "said", type: "log", ...message });

describe("what the engine says, and what it means", () => {
  it.each([
    ["Error acquiring the state lock\n\nError message: decryption failed for all provided methods", /could not be decrypted.*not locked/],
    ["Error acquiring the state lock\n\nLock Info:\n  ID: 1\n  Who: a@b", /Another run holds the state's lock.*terroir unlock/],
    [
      "Error acquiring the state lock\n\nError message: HTTP remote state endpoint invalid auth",
      /does not let these credentials.*Maintainer/,
    ],
    [
      "Error acquiring the state lock\n\nError message: 2 errors occurred:\n* PutObject, https response error StatusCode: 412\n* GetObject, NoSuchKey",
      /refuses a lock file, and there is none.*terroir doctor/,
    ],
    ["Error: Saved plan is stale", /The state changed after this plan was made/],
    ["Initializing the backend...\nError: dial tcp 127.0.0.1:5432: connect: connection refused", /store of the state cannot be reached/],
    [
      "Initializing the backend...\nInitializing provider plugins...\nError: Failed to query available provider packages: no such host",
      /A provider is not available/,
    ],
    ["fatal error: failed to reserve page summary memory\nruntime stack:", /no more memory.*--parallel 1/],
    ["write terraform.tfstate: no space left on device", /The disk is full/],
    ["Error: Unable to find remote state\n\nNo stored state was found for the given workspace", /has not been deployed/],
    ['Blocks of type "encryption" are not expected here.', /Terraform knows no state encryption/],
    [
      'Error: Extraneous JSON object property\n\n  45: "encryption": {\n\nNo argument or block type is named "encryption".',
      /Terraform knows no state/,
    ],
    [
      "Error: Failed to resolve provider packages\n\nCould not resolve provider ovh/ovh: no such host",
      /A provider is not available.*mirror/,
    ],
    ["Error: Plugin did not respond", /provider's program ended/],
    ["Error: Error refreshing state\ndecryption failed for all provided methods", /could not be decrypted/],
    ["encountered unencrypted payload without unencrypted method configured", /lies in clear.*--from-clear/],
    [
      "Error: Failed to get existing workspaces: operation error S3: ListObjectsV2, request send failed: EOF",
      /store of the state cannot be reached/,
    ],
    ["Error: Error loading state: dial tcp 127.0.0.1:1: connect: connection refused", /store of the state cannot be reached/],
    ["operation error S3: ListObjectsV2, https response error StatusCode: 404, NoSuchBucket", /terroir state bootstrap/],
    ["Error: No valid credential sources found", /AWS_ACCESS_KEY_ID/],
    ["StatusCode: 403, api error SignatureDoesNotMatch: The request signature", /secret key \(AWS_SECRET_ACCESS_KEY\) is not the one/],
    ["StatusCode: 403, api error InvalidAccessKeyId: no such key", /does not know this access key/],
    ["Error: Failed to unlock state: GetObject, StatusCode: 404, NoSuchKey", /There is no lock.*Nothing is left to do/],
    ["Error: Error releasing the state lock\n\nError message: GetObject, StatusCode: 404, NoSuchKey", /The lock was gone.*terroir doctor/],
    [
      "Error: Error releasing the state lock\n\nError message: DeleteObject, request send failed: EOF",
      /could not be released.*still there/,
    ],
    ["operation error S3: PutObject, StatusCode: 501, api error NotImplemented: A header you provided", /conditional writes/],
    ["api error XAmzContentSHA256Mismatch", /checksums/],
    ["Error: Unable to fetch encryption key data\n  key_provider.openbao.bao_shop failed", /key of the state could not be had/],
    ["passphrase is too short (minimum 16 characters)", /fewer than 16/],
    ["Error: Backend initialization required", /backend's settings changed/],
  ])("%j", (said, means) => {
    expect(translation(said)).toMatch(means);
  });

  it("leaves alone what says what it means", () => {
    expect(translation("Error: Quota exceeded")).toBeUndefined();
  });

  it("names the resource, the place and the cause, and no secret", () => {
    const messages = messagesIn(
      line({
        type: "diagnostic",
        diagnostic: {
          severity: "error",
          summary: "401 Unauthorized",
          detail: "token=abcdefghijkl was not accepted",
          address: "ovh_x.y",
          range: { filename: "cdk.tf.json", start: { line: 7 } },
        },
      }),
    );
    expect(causesOf(result(), messages)).toEqual(["Error: 401 Unauthorized (ovh_x.y, cdk.tf.json:7)\n  token=(secret) was not accepted"]);
  });

  it("says how an engine ended that said nothing", () => {
    expect(causesOf(result({ code: null, endedBy: "SIGKILL" }), [])).toEqual([
      expect.stringMatching(/ended by SIGKILL.*memory.*--parallel/),
    ]);
    expect(causesOf(result({ code: 9 }), [])).toEqual(["The engine ended with exit code 9 and said nothing."]);
  });

  it("takes from an engine that speaks to people its errors alone, each once", () => {
    const frame = "╷\n│ Error: Unable to build\n│\n│ the passphrase is too short\n╵\n";
    expect(causesOf(result({ stdout: "" }), messagesIn(`Initializing the backend...\n${frame}${frame}`))).toEqual([
      expect.stringMatching(/fewer than 16 characters[^\n]*\nError: Unable to build\n\nthe passphrase is too short\n\(2 times\)$/),
    ]);
  });

  it("keeps what is no message, and a line that was cut off", () => {
    const text = `${line({})}\npanic: runtime error\n{"@level":"info","@mess`;
    expect(plainText(messagesIn(text))).toBe('said\npanic: runtime error\n{"@level":"info","@mess');
  });
});

it("tells what was done, what failed and what nobody knows", () => {
  const hook = (type: string, addr: string, action = "create") => line({ type, hook: { resource: { addr }, action } });
  const touched = touchedBy(
    messagesIn(
      [
        hook("apply_start", "a"),
        hook("apply_complete", "a"),
        hook("apply_start", "b", "update"),
        hook("apply_errored", "b"),
        hook("apply_start", "c", "delete"),
      ].join("\n"),
    ),
  );
  expect(touched).toEqual({
    done: new Map([["a", "create"]]),
    ids: new Map(),
    failed: ["b"],
    open: new Map([["c", "delete"]]),
    complete: false,
  });
});
