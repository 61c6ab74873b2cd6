export { verifyCsv, verifyDocument } from "../report.js";
