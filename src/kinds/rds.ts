import { argumentBoolean, argumentText, type Finding, isUnset, type Kind, type ModuleBlock } from './kind.ts';

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
  examine,
} as const satisfies Kind;

function examine(module: ModuleBlock): readonly Finding[] {
  if (!isUnset(module, 'replicate_source_db')) {
    return [
      {
        effect: 'exempt',
        code: 'read-replica',
        message: `a read replica has the password of ${argumentText(module, 'replicate_source_db')}`,
      },
    ];
  }
  const findings: Finding[] = [];
  if (argumentBoolean(module, 'enable_rds_auto_start_stop') === true) {
    findings.push({
      effect: 'warning',
      code: 'stopped-overnight',
      message: 'the instance is stopped overnight; apply the rotation while it runs',
    });
  }
  if (argumentBoolean(module, 'prepare_for_major_upgrade') === true) {
    findings.push({
      effect: 'warning',
      code: 'major-upgrade-prepared',
      message: 'prepare_for_major_upgrade is true: finish the upgrade before the rotation',
    });
  }
  return findings;
}
