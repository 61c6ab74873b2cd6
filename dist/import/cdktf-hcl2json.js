import { require_lib } from "../lib/cdktf-hcl2json.js";
export default require_lib();
export {};
