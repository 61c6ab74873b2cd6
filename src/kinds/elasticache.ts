import { argumentValue, type Finding, type Kind, type ModuleBlock } from './kind.ts';
import { compareVersions } from './versions.ts';

/** The oldest Redis that takes a second AUTH token (AWS, "Authenticating with the Valkey and Redis OSS AUTH command"). */
const OLDEST_REDIS = '5.0.5';

/** An ElastiCache replication group; the date is a keeper of its random AUTH token (the module's main.tf). */
export const elasticache = {
  name: 'elasticache',
  secret: 'ElastiCache AUTH token',
  repository: 'cloud-platform-terraform-elasticache-cluster',
  variable: 'auth_token_rotated_date',
  dateFormat: 'yyyy-MM-dd',
  timeSeparators: [':', ':'],
  since: '5.6',
  byDefault: true,
  companion: null,
  secretOutputs: ['auth_token'],
  reads: ['engine', 'engine_version'],
  examine,
} as const satisfies Kind;

function examine(module: ModuleBlock): readonly Finding[] {
  const engine = argumentValue(module, 'engine');
  if (engine === 'memcached') {
    return [{ effect: 'exempt', code: 'memcached', message: 'memcached has no AUTH token' }];
  }
  if (engine !== null && engine !== 'redis') return [];
  const version = argumentValue(module, 'engine_version');
  if (version === null || !isOlder(version)) return [];
  return [
    {
      effect: 'blocked',
      code: 'engine-too-old',
      message: `Redis ${version} cannot rotate its AUTH token: upgrade engine_version to ${OLDEST_REDIS} or above first`,
    },
  ];
}

/** `6.x` and the like name every release of a major version; only whole numbers are compared. */
function isOlder(version: string): boolean {
  const numbers = /^(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$/.exec(version.trim());
  if (numbers === null) return false;
  const filled = [numbers[1], numbers[2], numbers[3]].map((part) =>
    part === undefined || part === 'x' ? '99' : part,
  );
  return compareVersions(filled.join('.'), OLDEST_REDIS) < 0;
}
