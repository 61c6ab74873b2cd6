import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  diffLines,
  planText
} from "./chunk-6XF6AJG3.js";
import "./chunk-MYSGAPMB.js";
import "./chunk-5C2GSEDO.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-6EA2ULYD.js";
import "./chunk-FE54T7HL.js";
import "./chunk-FCHKV6Q5.js";
import "./chunk-LVIGNXGC.js";
export {
  diffLines,
  planText
};
