import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  configText,
  initText
} from "./chunk-WULWJTMX.js";
import "./chunk-XMKMFFZU.js";
import "./chunk-AP26GJTY.js";
import "./chunk-K6DCJRLT.js";
import "./chunk-3M227DUT.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-YWTBTGBJ.js";
import "./chunk-A4HRC4TW.js";
import "./chunk-LVIGNXGC.js";
export {
  configText,
  initText
};
