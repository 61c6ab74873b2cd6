export { actDashboard } from "../run-action.js";
