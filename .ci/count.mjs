// Prints from vitest's JSON report which tests failed and how many passed, failed and were skipped. A file that did not load
// is a failure.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const unloaded = report.testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
);
for (const { name, message } of unloaded) console.log(`FAILED ${name}\n${message}`);
for (const { name, assertionResults } of report.testResults)
  for (const { status, fullName, failureMessages } of assertionResults)
    if (status === "failed")
      console.log(`FAILED ${name}: ${fullName}\n${failureMessages.join("\n").slice(0, 2000)}`);

const failed = report.numFailedTests + unloaded.length;
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
