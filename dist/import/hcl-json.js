export { scanJsonConfiguration, scanJsonValues } from "../hcl-json.js";
