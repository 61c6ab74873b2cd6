import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  diffLines,
  planText
} from "./chunk-MFUMC76X.js";
import "./chunk-K6DCJRLT.js";
import "./chunk-3M227DUT.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-YWTBTGBJ.js";
import "./chunk-A4HRC4TW.js";
import "./chunk-LVIGNXGC.js";
export {
  diffLines,
  planText
};
