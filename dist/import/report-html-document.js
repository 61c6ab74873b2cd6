export { auditHtml } from "../report-html-document.js";
