import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  namespaceParts,
  runbookCsv,
  runbookJson,
  runbookMarkdown
} from "./chunk-URJOKU2J.js";
import "./chunk-TRQXDCCH.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-MZCYSQLG.js";
import "./chunk-3NLKH6XY.js";
import "./chunk-CSB5ZM5E.js";
import "./chunk-DGLRO4AD.js";
import "./chunk-CGZVV6SE.js";
import "./chunk-ZKR2DIT2.js";
import "./chunk-NYPES4I3.js";
import "./chunk-IHMHX2TO.js";
import "./chunk-6EA2ULYD.js";
import "./chunk-FE54T7HL.js";
import "./chunk-FCHKV6Q5.js";
import "./chunk-LVIGNXGC.js";
export {
  namespaceParts,
  runbookCsv,
  runbookJson,
  runbookMarkdown
};
