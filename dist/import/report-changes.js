export { applyDocument, previewDocument } from "../report.js";
