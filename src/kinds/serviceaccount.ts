import type { Kind } from './kind.ts';

/**
 * A Kubernetes service account whose token Secret is named after the date (cloud-platform-terraform-serviceaccount,
 * main.tf), so a value has to be valid in a Secret's name: no `:`.
 */
export const serviceaccount = {
  name: 'serviceaccount',
  secret: 'service account token',
  repository: 'cloud-platform-terraform-serviceaccount',
  variable: 'serviceaccount_token_rotated_date',
  dateFormat: 'dd-MM-yyyy',
  timeSeparators: ['-', ''],
  since: '0.9.3',
  byDefault: true,
  companion: null,
  // the name of the token's Secret; the token itself is no output
  secretOutputs: ['default_secret_name'],
  reads: [],
  examine: () => [],
} as const satisfies Kind;
