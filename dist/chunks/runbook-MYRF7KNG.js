import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  namespaceParts,
  runbookCsv,
  runbookJson,
  runbookMarkdown
} from "./chunk-RV6EBGEM.js";
import "./chunk-RJUFUBBZ.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-MZCYSQLG.js";
import "./chunk-M3LKYVE4.js";
import "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import "./chunk-E5CKJXHL.js";
import "./chunk-Y55L6N2I.js";
import "./chunk-KY6GMG72.js";
import "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-LVIGNXGC.js";
export {
  namespaceParts,
  runbookCsv,
  runbookJson,
  runbookMarkdown
};
