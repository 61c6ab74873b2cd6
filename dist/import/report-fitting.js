export { issueMarkdown } from "../report.js";
