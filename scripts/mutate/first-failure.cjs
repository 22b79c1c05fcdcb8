const { TestEnvironment } = require("jest-environment-node");

/** A file's tests up to the first that fails: the others would only take time, and each hangs anew where a mistake hangs. */
module.exports = class FirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent = ({ name, test }) => {
    if (name === "test_done" && test.errors.length > 0) this.failed = true;
    if (name === "test_start" && this.failed) test.mode = "skip";
  };
};
