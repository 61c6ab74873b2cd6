/** Environments repositories of namespaces made for one test: each with its application, its team and its tokens. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { serviceAccount } from './land.ts';

export const CLUSTER = 'live.cloud-platform.service.justice.gov.uk';

export interface SmallNamespace {
  readonly name: string;
  /** Date of its service account; null for none. */
  readonly date?: string | null;
  readonly application?: string;
  readonly production?: boolean;
  readonly team?: string;
}

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Path of a namespace's service account. */
export function tokenFile(name: string): string {
  return `namespaces/${CLUSTER}/${name}/resources/serviceaccount.tf`;
}

/** Writes the namespaces into a temporary folder, for `createWorld`. */
export async function smallEstate(namespaces: readonly SmallNamespace[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'rotate-pr-estate-'));
  folders.push(root);
  for (const one of namespaces) {
    const folder = join(root, 'namespaces', CLUSTER, one.name);
    await mkdir(join(folder, 'resources'), { recursive: true });
    await writeFile(join(folder, '00-namespace.yaml'), namespaceYaml(one));
    await writeFile(join(folder, '01-rbac.yaml'), rbacYaml(one));
    const text = serviceAccount('token', one.date === undefined ? '20-03-2026' : one.date);
    await writeFile(join(root, tokenFile(one.name)), text);
  }
  return root;
}

function namespaceYaml({ name, application = name, production = false, team = 'keepers' }: SmallNamespace) {
  const prefix = 'cloud-platform.justice.gov.uk';
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    ${prefix}/is-production: "${production}"
  annotations:
    ${prefix}/application: ${JSON.stringify(application)}
    ${prefix}/team-name: ${JSON.stringify(team)}
`;
}

function rbacYaml({ name, team = 'keepers' }: SmallNamespace): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${name}-admin
  namespace: ${name}
subjects:
  - kind: Group
    name: ${JSON.stringify(`github:${team}`)}
    apiGroup: rbac.authorization.k8s.io
roleRef:
  kind: ClusterRole
  name: admin
  apiGroup: rbac.authorization.k8s.io
`;
}
