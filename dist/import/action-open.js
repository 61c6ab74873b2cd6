export { actOpen, actPlan } from "../run-action.js";
