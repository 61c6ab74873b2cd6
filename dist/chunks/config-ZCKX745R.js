import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  configText,
  initText
} from "./chunk-DLZ6ZJUJ.js";
import "./chunk-KO5IB2QD.js";
import "./chunk-AP26GJTY.js";
import "./chunk-MYSGAPMB.js";
import "./chunk-5C2GSEDO.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-6EA2ULYD.js";
import "./chunk-FE54T7HL.js";
import "./chunk-FCHKV6Q5.js";
import "./chunk-LVIGNXGC.js";
export {
  configText,
  initText
};
