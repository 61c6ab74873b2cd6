export { applyCsv, auditCsv, dashboardCsv, historyCsv, pullRequestsCsv } from "../open.js";
