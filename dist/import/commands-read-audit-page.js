export { auditPage } from "../commands-read-audit-page.js";
