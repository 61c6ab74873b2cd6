import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  basicCredentials,
  redact,
  secretForms
} from "./chunk-LSW3YM3J.js";
import "./chunk-LVIGNXGC.js";
export {
  basicCredentials,
  redact,
  secretForms
};
