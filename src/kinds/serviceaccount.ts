import type { Kind } from './kind.ts';

/**
 * A Kubernetes service account whose token Secret is named after the date (cloud-platform-terraform-serviceaccount,
 * main.tf and variables.tf).
 */
export const serviceaccount: Kind = {
  name: 'serviceaccount',
  aliases: ['service-account', 'service-accounts', 'sa', 'token', 'tokens'],
  noun: {
    one: 'service account token',
    many: 'service account tokens',
    secret: 'token',
    server: 'cluster',
  },
  about: { block: 'module', repository: 'cloud-platform-terraform-serviceaccount', published: true },
  argument: 'serviceaccount_token_rotated_date',
  format: 'dd-MM-yyyy',
  isPartOfName: true,
  since: '0.9.3',
  byDefault: true,
  companion: null,
  // as 31 files of the environments repository had it until 20 March 2026
  selfRotation: { by: 'resource', resource: 'time_rotating', attribute: 'unix' },
  applying:
    'Terraform destroys the token’s Secret and makes another under a new name, because the date is part of the name. ' +
    'The old token stops working at that moment. Wherever it was pasted, the old one stays until somebody replaces it.',
  impact: {
    github:
      'no downtime: the same apply writes the new token to GitHub; a workflow run that is under way then fails',
    circleci: 'CircleCI cannot deploy from the apply until the new token is pasted',
    unknown: 'whoever has the token cannot deploy from the apply until they get the new one',
  },
  overlap: 'none',
  restart: 'none',
  // the name of the token's Secret; the token itself is no output
  secretOutputs: ['default_secret_name'],
  echoes: {},
  serviceAccount: {
    account: { argument: 'serviceaccount_name', missing: 'cd-serviceaccount', suffix: '' },
    missingDate: 'dd-mm-yyyy',
    push: {
      repositories: { argument: 'github_repositories', isList: true },
      environments: { argument: 'github_environments', isList: true },
      secret: { argument: 'github_actions_secret_kube_token', missing: 'KUBE_TOKEN', suffix: '' },
      applying: 'GitHub repositories that the module names get the new token in the same apply.',
    },
    maybeCircleCi: true,
  },
  setNewest: null,
  rules: [],
};
