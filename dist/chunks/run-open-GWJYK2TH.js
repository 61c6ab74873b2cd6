import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  openDoor,
  runOpen
} from "./chunk-TBJGI4OR.js";
import "./chunk-OFVIERF5.js";
import "./chunk-G32DQKA4.js";
import "./chunk-CIBQHPHB.js";
import "./chunk-XFIHO3WO.js";
import "./chunk-KXLCUAAH.js";
import "./chunk-RG6XG5M6.js";
import "./chunk-I656C6ZO.js";
import "./chunk-GOWOKVP3.js";
import "./chunk-QUZKNK4L.js";
import "./chunk-BDY7UKN4.js";
import "./chunk-U4X5ZCT5.js";
import "./chunk-U4W2BMGW.js";
import "./chunk-U6TWVKIK.js";
import "./chunk-L3L6J2RR.js";
import "./chunk-QFHZZB3N.js";
import "./chunk-ZSLX7VYU.js";
import "./chunk-VWP2YQMV.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-GQM5XX3T.js";
import "./chunk-2KIT5HX6.js";
import "./chunk-ZIK34INH.js";
import "./chunk-2RCWIVFZ.js";
import "./chunk-6BPVZ6OL.js";
import "./chunk-CCLLWHXJ.js";
import "./chunk-AP26GJTY.js";
import "./chunk-HJWMT2OY.js";
import "./chunk-GCZTFL4Q.js";
import "./chunk-YAN4L2PD.js";
import "./chunk-XFZATYQS.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-6UKMW4TE.js";
import "./chunk-HJGNYOKI.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-LXCM5DFB.js";
import "./chunk-WDYK4DFF.js";
import "./chunk-23I2E7KW.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-R4DCPYFI.js";
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
import "./chunk-YWTBTGBJ.js";
import "./chunk-A4HRC4TW.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-HMLHTHGO.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-D5WBASF6.js";
import "./chunk-4N3KQP4R.js";
import "./chunk-ZF3XH6MS.js";
import "./chunk-LVIGNXGC.js";
export {
  openDoor,
  runOpen
};
