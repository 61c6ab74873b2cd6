import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readAllMetadata,
  readMetadata,
  readTeams
} from "./chunk-2FMRDYDG.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-TZM67ZAB.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-LVIGNXGC.js";
export {
  readAllMetadata,
  readMetadata,
  readTeams
};
