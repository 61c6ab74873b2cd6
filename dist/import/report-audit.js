export { auditDocument } from "../audit.js";
