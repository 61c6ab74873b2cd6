export { readModuleVersions } from "../commands-read-module-versions-file.js";
