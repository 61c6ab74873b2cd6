export { historyDocument } from "../report.js";
