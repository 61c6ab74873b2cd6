export { KubeConfig } from "../lib/kubernetes-client-node.js";
