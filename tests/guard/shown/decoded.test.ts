import { constants } from "node:buffer";
import { expect, it } from "vitest";
import { defaultPolicy, type Infrastructure, InputError, judge } from "../../../guard/index.ts";
import { decoded, textOf } from "../../../guard/views/shown/bytes.ts";

const bytes = Buffer.from("a text");

it("is a text", () => expect(decoded(bytes, "utf8", 2)).toBe("text"));

it.each([
  ["as it is", () => decoded(bytes, "utf8", 0, constants.MAX_STRING_LENGTH)],
  ["byte by byte", () => decoded(bytes, "latin1", 0, constants.MAX_STRING_LENGTH)],
  ["between quotes", () => textOf(bytes, 0, 2 ** 30)],
])("too long for a text, %s: the user is told, and nothing is decoded", (_, read) => {
  expect(read).toThrow(InputError);
  expect(read).toThrow(/One value of the document takes \d+ MiB, which is more than can be read as one/);
});

it("is told with the document's name by whoever judges it", () => {
  const huge: Infrastructure = {
    view: "plan",
    origin: "big.json",
    find: () => undefined,
    unseen: [],
    get subjects(): never {
      return decoded(bytes, "utf8", 0, 2 ** 30) as never;
    },
  };
  expect(() => judge([huge], defaultPolicy)).toThrow(/^One value of big\.json takes 1024 MiB/);
});
