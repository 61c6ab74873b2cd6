import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  problemLines
} from "./chunk-MYSGAPMB.js";
import {
  blocks,
  colors
} from "./chunk-5C2GSEDO.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-6EA2ULYD.js";
import "./chunk-FE54T7HL.js";
import "./chunk-FCHKV6Q5.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/failure.ts
function failureText(problems, { width, color }) {
  return blocks([problemLines(colors(color), problems, width)]);
}
export {
  failureText
};
