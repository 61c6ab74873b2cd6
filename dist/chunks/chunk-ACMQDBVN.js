import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  deleteSecret
} from "./chunk-5T5TXE4W.js";
import {
  place,
  say
} from "./chunk-NPPZ53N6.js";

// src/report/other-credentials.ts
function otherSteps(others) {
  const of = (code) => others.filter((other) => other.code === code);
  return [
    ...certificates(of("certificate")),
    ...askFor(of("iam-access-key"), say`AWS access keys: ask the Cloud Platform team to rotate them.`, []),
    ...askFor(
      of("token-secret"),
      say`Service account tokens outside the module: ask the Cloud Platform team to rotate them.`,
      [say`Kubernetes 1.24 and later make no new token when its Secret is deleted.`]
    )
  ];
}
function certificates(all) {
  if (all.length === 0) return [];
  return [
    {
      title: say`Certificates: delete the Secrets of those that are to get a new key.`,
      commands: [...new Set(all.map(({ namespace, secret }) => deleteSecret(namespace, secret)))],
      expect: [
        ...all.map(sayOther),
        say`cert-manager makes a new Secret at once. Until it is there, clients may see the wrong certificate and refuse to connect: about 7 seconds in the Cloud Platform team’s tests.`,
        say`When a certificate expires and when it is renewed does not change.`
      ],
      credential: null
    }
  ];
}
function askFor(all, title, remarks) {
  if (all.length === 0) return [];
  return [{ title, commands: [], expect: [...all.map(sayOther), ...remarks], credential: null }];
}
function sayOther(other) {
  const { name, secret } = other;
  const where = placeOf(other);
  switch (other.code) {
    case "certificate":
      return secret === null ? say`Certificate ${name} (${where})` : say`Certificate ${name}, Secret ${secret} (${where})`;
    case "iam-access-key":
      return say`AWS access key ${name} (${where})`;
    case "token-secret":
      return say`token Secret ${secret ?? name} (${where})`;
  }
}
function placeOf(other) {
  const folder = `namespaces/${other.cluster}/`;
  const short = place(other);
  return short.startsWith(folder) ? short.slice(short.indexOf("/", folder.length) + 1) : short;
}

export {
  otherSteps,
  sayOther
};
