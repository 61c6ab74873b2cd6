export { actAfterMerge } from "../action-after-merge.js";
