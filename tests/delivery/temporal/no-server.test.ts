import { expect, it } from "vitest";
import { noServer } from "../../../delivery/temporal/no-server.ts";

it.each([
  [
    'tonic::transport::Error(Transport, ConnectError(ConnectError("tcp connect error", 127.0.0.1:7233, Os { code: 111, kind: ConnectionRefused, message: "Connection refused" })))',
    "Connection refused",
  ],
  ["Failed to connect before the deadline", "Failed to connect before the deadline"],
])("says where nobody answers, why, and what to do: %s", (said, why) => {
  const error = noServer(undefined, new Error(said));
  expect([error.exitCode, error.message]).toEqual([2, expect.stringMatching(/temporal server start-dev.*`connection`/)]);
  expect(error.message).toContain(`No Temporal server answers at localhost:7233: ${why}. `);
});
