// Runs the compiled tests that the official client publishes, over a copy of its `dist` (jest skips node_modules).
module.exports = {
  rootDir: "suite",
  testEnvironment: "node",
  testMatch: ["**/*.test.js"],
  setupFilesAfterEnv: ["jest-expect-message", "jest-extended/all"],
  reporters: ["<rootDir>/../reporter.cjs"],
  maxWorkers: 1,
  silent: true,
  forceExit: true,
};
