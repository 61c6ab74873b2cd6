export { findInManifest } from "../usage-other-credentials-yaml.js";
