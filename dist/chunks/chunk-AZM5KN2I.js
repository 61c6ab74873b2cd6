import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  positionAt
} from "./chunk-CLNRZC4U.js";
import {
  findAttribute,
  findBlocks,
  literalString
} from "./chunk-4M4F2YVT.js";

// src/usage/other-credentials.ts
var TOKEN_TYPE = "kubernetes.io/service-account-token";
var WHAT = {
  certificate: "a cert-manager Certificate: deleting its Secret makes a new key",
  "iam-access-key": "an AWS access key, which no date rotates: ask the Cloud Platform team",
  "token-secret": "a service account token outside the module: ask the Cloud Platform team"
};
var TERRAFORM_MARKS = ["aws_iam_access_key", TOKEN_TYPE];
var MANIFEST_MARKS = ["Certificate", TOKEN_TYPE];
function findInTerraform(file, { cluster, namespace }) {
  return findBlocks(file.scan.body, "resource").flatMap((block) => {
    const [type, label] = block.labels;
    if (type === void 0 || label === void 0) return [];
    const line = positionAt(file.text, block.start).line;
    const common = { cluster, namespace, file: file.path, line, name: label.text };
    if (type.text === "aws_iam_access_key") {
      return [{ ...common, code: "iam-access-key", message: WHAT["iam-access-key"], secret: null }];
    }
    if (!/^kubernetes_secret(?:_v1)?$/.test(type.text)) return [];
    if (stringOf(file, block, "type") !== TOKEN_TYPE) return [];
    const [metadata] = findBlocks(block.body, "metadata");
    const secret = metadata === void 0 ? null : stringOf(file, metadata, "name");
    return [{ ...common, code: "token-secret", message: WHAT["token-secret"], secret }];
  });
}
function stringOf(file, block, name) {
  const attribute = findAttribute(block.body, name);
  return attribute === null ? null : literalString(file.text, attribute.expression)?.value ?? null;
}

export {
  TOKEN_TYPE,
  WHAT,
  TERRAFORM_MARKS,
  MANIFEST_MARKS,
  findInTerraform
};
