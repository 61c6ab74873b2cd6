export { dashboardDocument } from "../open.js";
