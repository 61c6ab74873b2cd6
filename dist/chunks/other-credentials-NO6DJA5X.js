import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readOtherCredentials
} from "./chunk-2PPVNDVE.js";
import "./chunk-TOFHA5BA.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-LVIGNXGC.js";
export {
  readOtherCredentials
};
