import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  applyCsv,
  auditCsv,
  csv,
  dashboardCsv,
  pullRequestsCsv
} from "./chunk-MZCYSQLG.js";
import "./chunk-LVIGNXGC.js";
export {
  applyCsv,
  auditCsv,
  csv,
  dashboardCsv,
  pullRequestsCsv
};
