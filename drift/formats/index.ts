import type { Format } from "./format";
import { html } from "./html";
import { json } from "./json";
import { junit } from "./junit";
import { COMMENT_LIMIT, markdown, STEP_SUMMARY_LIMIT } from "./markdown";
import { sarif } from "./sarif";
import { text } from "./text";

/** Every format, by the name that `--format` takes. */
export const formats = {
  text: {
    describe: "for a terminal: the summary, then what happened, largest first",
    extension: ".txt",
    mediaType: "text/plain",
    write: text,
  },
  json: {
    describe: "for programs: everything, versioned, with a JSON Schema",
    extension: ".json",
    mediaType: "application/json",
    write: json,
  },
  html: { describe: "for a browser: one file with filter and search", extension: ".html", mediaType: "text/html", write: html },
  markdown: {
    describe: "for a comment on a pull request: at most 65,536 characters",
    extension: ".md",
    mediaType: "text/markdown",
    write: (report) => markdown(report, COMMENT_LIMIT),
  },
  github: {
    describe: "for $GITHUB_STEP_SUMMARY: Markdown of at most 1 MiB",
    extension: ".md",
    mediaType: "text/markdown",
    write: (report, { limit = STEP_SUMMARY_LIMIT } = {}) => markdown(report, limit),
  },
  junit: {
    describe: "for the test report of a pipeline: a test case for each resource",
    extension: ".xml",
    mediaType: "application/xml",
    write: junit,
  },
  sarif: { describe: "for code scanning: SARIF 2.1.0", extension: ".sarif", mediaType: "application/sarif+json", write: sarif },
} as const satisfies Record<string, Format>;
