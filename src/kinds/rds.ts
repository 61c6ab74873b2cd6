import type { Hours, Kind, Rule } from './kind.ts';

/** When an instance with `enable_rds_auto_start_stop` runs (the module's README). */
const RUNNING: Hours = { from: '06:00', to: '22:00' };
const MERGE_BY_DAY = `merge between ${RUNNING.from} and ${RUNNING.to} UTC`;

/** An RDS instance; the module makes a password only where `replicate_source_db` is unset (its main.tf). */
export const rds: Kind = {
  name: 'rds',
  aliases: ['postgres', 'postgresql', 'mysql', 'database', 'db', 'rds-instance'],
  noun: { one: 'RDS password', many: 'RDS passwords', secret: 'password', server: 'database' },
  about: { block: 'module', repository: 'cloud-platform-terraform-rds-instance', published: true },
  argument: 'db_password_rotated_date',
  format: 'dd-MM-yyyy',
  isPartOfName: false,
  since: '5.16.16',
  byDefault: true,
  companion: null,
  selfRotation: null,
  applying:
    'the instance gets a new master password, and Secrets that Terraform fills from the module get it too. ' +
    'The old password stops working. Pods read theirs when they start: until they are restarted they keep the ' +
    'connections they have and cannot open new ones.',
  impact: {
    object: 'pods lose the database from the apply until they restart',
    unknown: 'whoever has the password loses the database from the apply until they get the new one',
  },
  overlap: 'none',
  restart: 'all',
  secretOutputs: ['database_password'],
  echoes: {},
  serviceAccount: null,
  setNewest: null,
  rules: [
    {
      argument: 'replicate_source_db',
      is: 'set',
      effect: 'exempt',
      code: 'read-replica',
      message: 'a read replica has the password of {written}',
      // a rotation of a replica does nothing, one that a primary misses leaves a password in use
      unknown: {
        effect: 'warning',
        code: 'may-be-replica',
        message: 'it may be a read replica, for which the date does nothing: {written} cannot be known here',
      },
    },
    risk(
      'enable_rds_auto_start_stop',
      'stopped-overnight',
      `the instance is stopped overnight, from ${RUNNING.to} to ${RUNNING.from} UTC: ${MERGE_BY_DAY}`,
      `the instance may be stopped overnight, from ${RUNNING.to} to ${RUNNING.from} UTC: ${MERGE_BY_DAY}`,
      { mergeBetween: RUNNING },
    ),
    risk(
      'prepare_for_major_upgrade',
      'major-upgrade-prepared',
      'prepare_for_major_upgrade is true: finish the upgrade before the rotation',
      'prepare_for_major_upgrade may be true: finish an upgrade before the rotation',
    ),
    risk(
      'is_migration',
      'migration',
      'is_migration is true: the instance is made from a snapshot; finish that before the rotation',
      'is_migration may be true: finish a migration before the rotation',
    ),
  ],
};

/** An argument that makes a rotation riskier when it is true: what to say then, and where its value is computed. */
function risk(
  argument: string,
  code: string,
  message: string,
  maybe: string,
  more: Pick<Rule, 'mergeBetween'> = {},
): Rule {
  const unknown = { effect: 'warning', message: `${maybe} ({written})` } as const;
  return { argument, is: 'true', effect: 'warning', code, message, unknown, ...more };
}
