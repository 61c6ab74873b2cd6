export { statusCsv, statusDocument } from "../report.js";
