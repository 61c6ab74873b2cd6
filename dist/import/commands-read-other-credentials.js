export { readOtherCredentials } from "../open.js";
