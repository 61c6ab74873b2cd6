import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  problemLines
} from "./chunk-K6DCJRLT.js";
import {
  blocks,
  colors
} from "./chunk-3M227DUT.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-YWTBTGBJ.js";
import "./chunk-A4HRC4TW.js";
import "./chunk-LVIGNXGC.js";

// src/report/text/failure.ts
function failureText(problems, { width, color }) {
  return blocks([problemLines(colors(color), problems, width)]);
}
export {
  failureText
};
