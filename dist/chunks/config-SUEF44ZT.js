import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  configText,
  initText
} from "./chunk-Q4UT6W6C.js";
import "./chunk-CZTMA5MD.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-JS56G6V7.js";
import "./chunk-BZDP5KMB.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";
export {
  configText,
  initText
};
