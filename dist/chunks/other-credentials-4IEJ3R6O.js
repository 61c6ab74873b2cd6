import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readOtherCredentials
} from "./chunk-MGOTNK22.js";
import "./chunk-AZM5KN2I.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-LVIGNXGC.js";
export {
  readOtherCredentials
};
