export { runAudit } from "../audit.js";
