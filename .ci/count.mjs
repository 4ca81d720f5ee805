// Adds up Jest's JSON reports and prints `N passed, N failed`: `node .ci/count.mjs REPORT...`.
// A report that is missing, a suite that did not run and a test that was skipped count as failures, and are named.
import { readFileSync } from 'node:fs';

/** @param {string} path */
function countReport(path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.log(`no report at ${path}: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  for (const suite of report.testResults) {
    if (suite.status === 'failed' && suite.assertionResults.length === 0) console.log(`did not run: ${suite.name}`);
    for (const test of suite.assertionResults) {
      if (test.status !== 'passed') console.log(`${test.status}: ${test.fullName}`);
    }
  }
  const skipped = report.numPendingTests + report.numTodoTests;
  if (report.numTotalTests === 0) console.log(`no test ran: ${path}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites + skipped + (report.numTotalTests === 0 ? 1 : 0),
  };
}

const counts = process.argv.slice(2).map(countReport);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
