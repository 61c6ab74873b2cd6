import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  applyCsv,
  auditCsv,
  csv,
  pullRequestsCsv
} from "./chunk-7MUXOV7V.js";
import "./chunk-WA5W63ET.js";
export {
  applyCsv,
  auditCsv,
  csv,
  pullRequestsCsv
};
