export { readPageAssets } from "../cli-page-assets.js";
