export { runPlan } from "../open.js";
