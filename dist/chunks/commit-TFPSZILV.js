import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  openCommit
} from "./chunk-B2GHL33T.js";
import "./chunk-SYTRIWR5.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";
export {
  openCommit
};
