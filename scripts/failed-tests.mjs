// Prints the failed tests of a JSON report of vitest's, a line each: the file, the test, the first line of what it says.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const { testResults } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const firstLine = (text) => stripVTControlCharacters(text ?? "").split("\n")[0];
for (const { name, status, message, assertionResults } of testResults) {
  const file = relative(process.cwd(), name);
  const failures = assertionResults.filter((one) => one.status === "failed");
  for (const one of failures) console.log(`${file} > ${one.fullName}: ${firstLine(one.failureMessages[0])}`);
  if (status === "failed" && failures.length === 0) console.log(`${file}: ${firstLine(message)}`);
}
