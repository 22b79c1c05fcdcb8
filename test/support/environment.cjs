const { TestEnvironment } = require("jest-environment-node");

/**
 * Jest restarts a worker between two files once it uses more than `workerIdleMemoryLimit`, and counts only the heap of
 * JavaScript in use. Over the whole suite a worker grows to many gigabytes outside of it, so all of its memory is counted.
 */
const { memoryUsage } = process;
process.memoryUsage = Object.assign(
  () => {
    const usage = memoryUsage();
    return { ...usage, heapUsed: usage.rss };
  },
  { rss: memoryUsage.rss },
);

module.exports = TestEnvironment;
