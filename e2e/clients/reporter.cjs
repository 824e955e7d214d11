// Writes one line for each test: status, name, and the first line of what went wrong, between tabs.
const { appendFileSync } = require("node:fs");

module.exports = class {
  onTestFileResult(_test, { testResults, testExecError }) {
    for (const { status, fullName, failureMessages } of testResults) {
      const wrong = (failureMessages[0] ?? testExecError?.message ?? "").split("\n")[0].replaceAll("\t", " ");
      appendFileSync("results.txt", [status, fullName, wrong].join("\t") + "\n");
    }
  }
};
