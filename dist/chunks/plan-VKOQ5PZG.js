import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  planDoor,
  runPlan
} from "./chunk-NTERZYXN.js";
import "./chunk-IVSGE7OQ.js";
import "./chunk-BHIPLZZ7.js";
import "./chunk-QF2JICSL.js";
import "./chunk-SYWRY25U.js";
import "./chunk-RJUFUBBZ.js";
import "./chunk-32INYRDQ.js";
import "./chunk-6UG6PYL3.js";
import "./chunk-EYCO5NWK.js";
import "./chunk-7HMNF2SP.js";
import "./chunk-QFHZZB3N.js";
import "./chunk-QT6CDPKG.js";
import "./chunk-O77ZN5DG.js";
import "./chunk-7OZAT5UJ.js";
import "./chunk-L4S4JCCG.js";
import "./chunk-2KIT5HX6.js";
import "./chunk-K7SSOH7H.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-WCAMEZPA.js";
import "./chunk-LU5EBFRU.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-52FHPIMO.js";
import "./chunk-5T5TXE4W.js";
import "./chunk-NPPZ53N6.js";
import "./chunk-E5CKJXHL.js";
import "./chunk-XFZATYQS.js";
import "./chunk-PSUEPN52.js";
import "./chunk-3BSEOIMC.js";
import "./chunk-Y4JF27LT.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-HJGNYOKI.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import "./chunk-TTUHWXLU.js";
import "./chunk-LCHF42Z5.js";
import "./chunk-HCGNUT2W.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-DLNDPKSX.js";
import "./chunk-YRXO237O.js";
import "./chunk-LSW3YM3J.js";
import "./chunk-HMLHTHGO.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";
export {
  planDoor,
  runPlan
};
