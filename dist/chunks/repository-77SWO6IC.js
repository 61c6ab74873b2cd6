import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  apiUrlOf,
  hostOf,
  readRemoteUrl,
  repositoryOf,
  resolveRepository
} from "./chunk-5A67LDRE.js";
import "./chunk-Q2CSV7IO.js";
import "./chunk-WA5W63ET.js";
export {
  apiUrlOf,
  hostOf,
  readRemoteUrl,
  repositoryOf,
  resolveRepository
};
