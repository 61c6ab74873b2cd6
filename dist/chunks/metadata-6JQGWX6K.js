import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readAllMetadata,
  readMetadata,
  readTeams
} from "./chunk-Q2NPWEQQ.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-WDYK4DFF.js";
import "./chunk-23I2E7KW.js";
import "./chunk-TZM67ZAB.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-LVIGNXGC.js";
export {
  readAllMetadata,
  readMetadata,
  readTeams
};
