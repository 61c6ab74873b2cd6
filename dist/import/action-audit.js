export { actAudit } from "../run-action.js";
