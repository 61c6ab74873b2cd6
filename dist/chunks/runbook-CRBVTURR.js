import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  namespaceParts,
  runbookCsv,
  runbookJson,
  runbookMarkdown
} from "./chunk-TFPVI6HZ.js";
import "./chunk-QUZKNK4L.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-MZCYSQLG.js";
import "./chunk-ZN32QYUA.js";
import "./chunk-EMCDTX35.js";
import "./chunk-HJWMT2OY.js";
import "./chunk-GCZTFL4Q.js";
import "./chunk-YAN4L2PD.js";
import "./chunk-A5U4ZAJF.js";
import "./chunk-BQ2YF566.js";
import "./chunk-YWTBTGBJ.js";
import "./chunk-A4HRC4TW.js";
import "./chunk-LVIGNXGC.js";
export {
  namespaceParts,
  runbookCsv,
  runbookJson,
  runbookMarkdown
};
