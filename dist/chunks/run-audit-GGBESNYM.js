import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  auditDoor,
  pageDoor,
  runAudit
} from "./chunk-OTC7JZYS.js";
import "./chunk-3UXVVH4J.js";
import "./chunk-QFHZZB3N.js";
import "./chunk-4JZYGIDD.js";
import "./chunk-VWP2YQMV.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-LZIOPABN.js";
import "./chunk-2KIT5HX6.js";
import "./chunk-ZIK34INH.js";
import "./chunk-2RCWIVFZ.js";
import "./chunk-6BPVZ6OL.js";
import "./chunk-CCLLWHXJ.js";
import "./chunk-AP26GJTY.js";
import "./chunk-XFZATYQS.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-WDYK4DFF.js";
import "./chunk-23I2E7KW.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-YSN7BW3Q.js";
import "./chunk-67544EOU.js";
import "./chunk-WGPX3PF4.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-FE54T7HL.js";
import "./chunk-FCHKV6Q5.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-ZF3XH6MS.js";
import "./chunk-LVIGNXGC.js";
export {
  auditDoor,
  pageDoor,
  runAudit
};
