import type { Kind } from './kind.ts';

/** The oldest Redis that takes a second AUTH token (AWS, "Authenticating with the Valkey and Redis OSS AUTH command"). */
const OLDEST_REDIS = '5.0.5';

/** An ElastiCache replication group; the date is a keeper of its random AUTH token (the module's main.tf). */
export const elasticache: Kind = {
  name: 'elasticache',
  aliases: ['redis', 'valkey', 'cache'],
  noun: { one: 'ElastiCache token', many: 'ElastiCache tokens', secret: 'AUTH token', server: 'server' },
  about: { block: 'module', repository: 'cloud-platform-terraform-elasticache-cluster', published: true },
  argument: 'auth_token_rotated_date',
  format: 'yyyy-MM-dd',
  isPartOfName: false,
  since: '5.6',
  byDefault: true,
  companion: null,
  selfRotation: null,
  applying:
    'the server gets an additional AUTH token and drops the older of the two it had (strategy ROTATE). The token in ' +
    'use until now stays valid until the next rotation, so running pods keep working. It is no cure for a leaked ' +
    'token: that one is accepted until a second rotation.',
  impact: { unknown: 'no downtime: the token in use until now stays valid until the next rotation' },
  overlap: 'one',
  restart: 'one-by-one',
  secretOutputs: ['auth_token'],
  echoes: {},
  serviceAccount: null,
  setNewest: {
    title: 'or, where a second rotation takes too long, set the newest token as the only one.',
    // AWS CLI, `modify-replication-group`; the module does not expose the strategy SET
    lines: [
      'aws elasticache modify-replication-group \\',
      '  --replication-group-id {replication_group_id} \\',
      '  --auth-token {auth_token} \\',
      '  --auth-token-update-strategy SET \\',
      '  --apply-immediately',
    ],
    outputs: {
      auth_token: '"$(from_secret <key of the token>)"',
      replication_group_id: '<replication group id>',
    },
    expect: 'Only when all pods are replaced: the server then refuses every other token at once.',
    accessOutput: 'irsa_policy_arn',
  },
  rules: [
    {
      argument: 'engine',
      is: 'equal',
      value: 'memcached',
      effect: 'exempt',
      code: 'memcached',
      message: 'memcached has no AUTH token',
      unknown: {
        effect: 'warning',
        code: 'engine-unknown',
        message: 'it may be memcached, which has no AUTH token (engine: {written})',
      },
    },
    {
      argument: 'engine_version',
      is: 'below',
      value: OLDEST_REDIS,
      onlyWhere: { argument: 'engine', value: 'redis' },
      effect: 'blocked',
      code: 'engine-too-old',
      message: `Redis {value} cannot rotate its AUTH token: upgrade engine_version to ${OLDEST_REDIS} or above first`,
      unknown: {
        effect: 'warning',
        code: 'engine-version-unknown',
        message: `the Redis version cannot be known here (engine_version: {written}): below ${OLDEST_REDIS} the rotation fails`,
      },
    },
  ],
};
