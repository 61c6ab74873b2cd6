import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readOtherCredentials
} from "./chunk-MZCHZSQJ.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-MTUHX64O.js";
import "./chunk-OKCFSVEF.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-WA5W63ET.js";
export {
  readOtherCredentials
};
