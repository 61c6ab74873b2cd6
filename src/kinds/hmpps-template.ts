import { argumentValue, type Finding, type Kind, type ModuleBlock } from './kind.ts';

/**
 * A service account inside HMPPS' project template: `force_rotate_token ? custom_token_rotation_date :
 * time_rotating.weekly.unix` (cloud-platform-terraform-hmpps-template, main.tf). Unforced, it rotates itself every week.
 */
export const hmppsTemplate = {
  name: 'hmpps-template',
  secret: 'service account token',
  repository: 'cloud-platform-terraform-hmpps-template',
  variable: 'custom_token_rotation_date',
  dateFormat: 'yyyy-MM-dd',
  timeSeparators: ['-', ''],
  since: '1.2.1',
  byDefault: false,
  companion: { argument: 'force_rotate_token', value: 'true' },
  secretOutputs: [],
  reads: ['force_rotate_token'],
  examine,
} as const satisfies Kind;

function examine(module: ModuleBlock): readonly Finding[] {
  const forced = argumentValue(module, 'force_rotate_token');
  if (forced === 'true') return [];
  return [
    {
      effect: 'exempt',
      code: 'rotates-itself',
      message: 'the template rotates this token every week; force_rotate_token is not true',
    },
  ];
}
