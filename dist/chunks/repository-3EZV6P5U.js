import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  apiUrlOf,
  hostOf,
  isRepositoryUrl,
  readRemoteUrl,
  repositoryOf,
  resolveRepository,
  siblingUrl
} from "./chunk-DLNDPKSX.js";
import "./chunk-YRXO237O.js";
import "./chunk-LVIGNXGC.js";
export {
  apiUrlOf,
  hostOf,
  isRepositoryUrl,
  readRemoteUrl,
  repositoryOf,
  resolveRepository,
  siblingUrl
};
