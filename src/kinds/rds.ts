import { argumentText, argumentValue, type Finding, isUnset, type Kind, type ModuleBlock } from './kind.ts';

/** An RDS instance; the module makes a password only where `replicate_source_db` is unset (its main.tf). */
export const rds = {
  name: 'rds',
  secret: 'RDS password',
  repository: 'cloud-platform-terraform-rds-instance',
  variable: 'db_password_rotated_date',
  dateFormat: 'dd-MM-yyyy',
  timeSeparators: [':', ':'],
  since: '5.16.16',
  byDefault: true,
  companion: null,
  secretOutputs: ['database_password'],
  reads: ['replicate_source_db', 'enable_rds_auto_start_stop', 'prepare_for_major_upgrade', 'is_migration'],
  examine,
} as const satisfies Kind;

/** Arguments that make a rotation riskier when they are true: what to say then, and where their value is computed. */
const RISKS = [
  {
    argument: 'enable_rds_auto_start_stop',
    code: 'stopped-overnight',
    yes: 'the instance is stopped overnight; apply the rotation while it runs',
    maybe: 'the instance may be stopped overnight; apply the rotation while it runs',
  },
  {
    argument: 'prepare_for_major_upgrade',
    code: 'major-upgrade-prepared',
    yes: 'prepare_for_major_upgrade is true: finish the upgrade before the rotation',
    maybe: 'prepare_for_major_upgrade may be true: finish an upgrade before the rotation',
  },
  {
    argument: 'is_migration',
    code: 'migration',
    yes: 'is_migration is true: the instance is made from a snapshot; finish that before the rotation',
    maybe: 'is_migration may be true: finish a migration before the rotation',
  },
] as const;

function examine(module: ModuleBlock): readonly Finding[] {
  if (!isUnset(module, 'replicate_source_db')) {
    const source = argumentText(module, 'replicate_source_db');
    return [
      { effect: 'exempt', code: 'read-replica', message: `a read replica has the password of ${source}` },
    ];
  }
  return RISKS.flatMap(({ argument, code, yes, maybe }): Finding[] => {
    const text = argumentText(module, argument);
    if (text === null) return [];
    const value = argumentValue(module, argument);
    if (value === 'false' || value === 'null') return [];
    const message = value === 'true' ? yes : `${maybe} (${text.replace(/\s+/g, ' ')})`;
    return [{ effect: 'warning', code, message }];
  });
}
