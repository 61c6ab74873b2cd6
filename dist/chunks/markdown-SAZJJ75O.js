import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  applyMarkdown,
  auditMarkdown,
  openMarkdown,
  planMarkdown,
  problemList,
  skippedList
} from "./chunk-QJCK4GMD.js";
import "./chunk-2X22VIPY.js";
import "./chunk-COND4IQQ.js";
import "./chunk-MAONROR6.js";
import "./chunk-KYY2EZYL.js";
import "./chunk-K3C2W4R2.js";
import "./chunk-3ASZVPHT.js";
import "./chunk-WA5W63ET.js";
export {
  applyMarkdown,
  auditMarkdown,
  openMarkdown,
  planMarkdown,
  problemList,
  skippedList
};
