import type { Kind } from './kind.ts';

/**
 * A service account inside HMPPS' project template: `force_rotate_token ? custom_token_rotation_date :
 * time_rotating.weekly.unix` (cloud-platform-terraform-hmpps-template, main.tf). Unforced, it rotates itself every week.
 */
export const hmppsTemplate: Kind = {
  name: 'hmpps-template',
  aliases: ['hmpps', 'template'],
  noun: {
    one: 'HMPPS template token',
    many: 'HMPPS template tokens',
    secret: 'token',
    server: 'cluster',
  },
  about: { block: 'module', repository: 'cloud-platform-terraform-hmpps-template', published: true },
  argument: 'custom_token_rotation_date',
  format: 'yyyy-MM-dd',
  isPartOfName: true,
  since: '1.2.1',
  byDefault: false,
  companion: { argument: 'force_rotate_token', value: 'true' },
  selfRotation: { by: 'module', every: 'week' },
  applying:
    'the service account inside the template gets a new token, and the old one stops working. Wherever it was pasted, ' +
    'the old one stays until somebody replaces it.',
  impact: {
    github:
      'no downtime: the same apply writes the new token to GitHub; a workflow run that is under way then fails',
    unknown: 'whoever has the token cannot deploy from the apply until they get the new one',
  },
  overlap: 'none',
  restart: 'none',
  secretOutputs: [],
  // the template's only output (its outputs.tf)
  echoes: { application: 'application' },
  serviceAccount: {
    account: { argument: 'application', missing: null, suffix: '-github-actions-sa' },
    missingDate: null,
    push: {
      repositories: { argument: 'github_repo', isList: false },
      environments: { argument: 'environment', isList: false },
      secret: 'KUBE_TOKEN',
      applying: 'The same apply writes the new token to GitHub.',
    },
    maybeCircleCi: false,
  },
  setNewest: null,
  rules: [
    {
      argument: 'force_rotate_token',
      is: 'not',
      value: 'true',
      effect: 'exempt',
      message: 'the template rotates this token every week; force_rotate_token is not true',
      code: 'rotates-itself',
      unknown: {
        effect: 'blocked',
        code: 'not-a-literal',
        message:
          'force_rotate_token is {written}, which cannot be known here: whether the token rotates itself every week ' +
          'or the date is in force depends on it',
      },
    },
  ],
};
