export { compareWith, findPolicyChanges, openEarlier } from "../commands-read-new-since.js";
