export { runDashboard } from "../open.js";
