import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  resolveCommit
} from "./chunk-JZCBOBFH.js";
import "./chunk-2OMJSOZ2.js";
import "./chunk-WA5W63ET.js";
export {
  resolveCommit
};
