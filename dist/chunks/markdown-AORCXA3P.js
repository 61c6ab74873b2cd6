import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  applyMarkdown,
  auditMarkdown,
  document,
  kindTable,
  openMarkdown,
  planMarkdown,
  problemList,
  requestLink,
  skippedList,
  waitingList
} from "./chunk-ZN32QYUA.js";
import "./chunk-EMCDTX35.js";
import "./chunk-HJWMT2OY.js";
import "./chunk-GCZTFL4Q.js";
import "./chunk-YAN4L2PD.js";
import "./chunk-A5U4ZAJF.js";
import "./chunk-BQ2YF566.js";
import "./chunk-YWTBTGBJ.js";
import "./chunk-A4HRC4TW.js";
import "./chunk-LVIGNXGC.js";
export {
  applyMarkdown,
  auditMarkdown,
  document,
  kindTable,
  openMarkdown,
  planMarkdown,
  problemList,
  requestLink,
  skippedList,
  waitingList
};
