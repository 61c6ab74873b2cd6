export { runbookCsv, runbookDocument, runbookJson } from "../report.js";
