import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  findAttribute
} from "./chunk-4M4F2YVT.js";
import {
  compareVersions
} from "./chunk-G4AB7EGA.js";

// src/kinds/kind.ts
function argument(module, name) {
  return findAttribute(module.block.body, name);
}
function argumentText(module, name) {
  const found = argument(module, name);
  return found === null ? null : module.text.slice(found.expression.start, found.expression.end);
}
function argumentValue(module, name) {
  const found = argument(module, name);
  return found === null ? null : module.resolve(found.expression);
}
function isUnset(module, name) {
  if (argument(module, name) === null) return true;
  const value = argumentValue(module, name);
  return value === "null" || value === "";
}

// src/kinds/elasticache.ts
var OLDEST_REDIS = "5.0.5";
var elasticache = {
  name: "elasticache",
  secret: "ElastiCache AUTH token",
  repository: "cloud-platform-terraform-elasticache-cluster",
  variable: "auth_token_rotated_date",
  dateFormat: "yyyy-MM-dd",
  timeSeparators: [":", ":"],
  since: "5.6",
  byDefault: true,
  companion: null,
  secretOutputs: ["auth_token"],
  reads: ["engine", "engine_version"],
  examine
};
function examine(module) {
  const engine = argumentValue(module, "engine");
  if (engine === "memcached") {
    return [{ effect: "exempt", code: "memcached", message: "memcached has no AUTH token" }];
  }
  if (engine !== null && engine !== "redis") return [];
  const version = argumentValue(module, "engine_version");
  if (version === null || !isOlder(version)) return [];
  return [
    {
      effect: "blocked",
      code: "engine-too-old",
      message: `Redis ${version} cannot rotate its AUTH token: upgrade engine_version to ${OLDEST_REDIS} or above first`
    }
  ];
}
function isOlder(version) {
  const numbers = /^(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$/.exec(version.trim());
  if (numbers === null) return false;
  const filled = [numbers[1], numbers[2], numbers[3]].map(
    (part) => part === void 0 || part === "x" ? "99" : part
  );
  return compareVersions(filled.join("."), OLDEST_REDIS) < 0;
}

// src/kinds/hmpps-template.ts
var hmppsTemplate = {
  name: "hmpps-template",
  secret: "service account token",
  repository: "cloud-platform-terraform-hmpps-template",
  variable: "custom_token_rotation_date",
  dateFormat: "yyyy-MM-dd",
  timeSeparators: ["-", ""],
  since: "1.2.1",
  byDefault: false,
  companion: { argument: "force_rotate_token", value: "true" },
  secretOutputs: [],
  reads: ["force_rotate_token"],
  examine: examine2
};
function examine2(module) {
  const forced = argumentValue(module, "force_rotate_token");
  if (forced === "true") return [];
  return [
    {
      effect: "exempt",
      code: "rotates-itself",
      message: "the template rotates this token every week; force_rotate_token is not true"
    }
  ];
}

// src/kinds/rds.ts
var rds = {
  name: "rds",
  secret: "RDS password",
  repository: "cloud-platform-terraform-rds-instance",
  variable: "db_password_rotated_date",
  dateFormat: "dd-MM-yyyy",
  timeSeparators: [":", ":"],
  since: "5.16.16",
  byDefault: true,
  companion: null,
  secretOutputs: ["database_password"],
  reads: ["replicate_source_db", "enable_rds_auto_start_stop", "prepare_for_major_upgrade", "is_migration"],
  examine: examine3
};
var RISKS = [
  {
    argument: "enable_rds_auto_start_stop",
    code: "stopped-overnight",
    yes: "the instance is stopped overnight; apply the rotation while it runs",
    maybe: "the instance may be stopped overnight; apply the rotation while it runs"
  },
  {
    argument: "prepare_for_major_upgrade",
    code: "major-upgrade-prepared",
    yes: "prepare_for_major_upgrade is true: finish the upgrade before the rotation",
    maybe: "prepare_for_major_upgrade may be true: finish an upgrade before the rotation"
  },
  {
    argument: "is_migration",
    code: "migration",
    yes: "is_migration is true: the instance is made from a snapshot; finish that before the rotation",
    maybe: "is_migration may be true: finish a migration before the rotation"
  }
];
function examine3(module) {
  if (!isUnset(module, "replicate_source_db")) {
    const source = argumentText(module, "replicate_source_db");
    return [
      { effect: "exempt", code: "read-replica", message: `a read replica has the password of ${source}` }
    ];
  }
  return RISKS.flatMap(({ argument: argument2, code, yes, maybe }) => {
    const text = argumentText(module, argument2);
    if (text === null) return [];
    const value = argumentValue(module, argument2);
    if (value === "false" || value === "null") return [];
    const message = value === "true" ? yes : `${maybe} (${text.replace(/\s+/g, " ")})`;
    return [{ effect: "warning", code, message }];
  });
}

// src/kinds/serviceaccount.ts
var serviceaccount = {
  name: "serviceaccount",
  secret: "service account token",
  repository: "cloud-platform-terraform-serviceaccount",
  variable: "serviceaccount_token_rotated_date",
  dateFormat: "dd-MM-yyyy",
  timeSeparators: ["-", ""],
  since: "0.9.3",
  byDefault: true,
  companion: null,
  // the name of the token's Secret; the token itself is no output
  secretOutputs: ["default_secret_name"],
  reads: [],
  examine: () => []
};

// src/kinds/registry.ts
var KINDS = [serviceaccount, rds, elasticache, hmppsTemplate];
var KIND_NAMES = KINDS.map((kind) => kind.name);
var BY_NAME = new Map(KINDS.map((kind) => [kind.name, kind]));
var BY_REPOSITORY = new Map(KINDS.map((kind) => [kind.repository, kind]));
var NOT_ROTATABLE = /* @__PURE__ */ new Map([
  [
    "cloud-platform-terraform-rds-aurora",
    "the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team"
  ]
]);
function kindNamed(name) {
  const kind = BY_NAME.get(name);
  if (kind === void 0) throw new Error(`no kind is named ${name}`);
  return kind;
}
function kindOfRepository(repository) {
  return BY_REPOSITORY.get(repository) ?? null;
}
var REPOSITORY_NAMES = [...BY_REPOSITORY.keys(), ...NOT_ROTATABLE.keys()];

export {
  argumentValue,
  KINDS,
  KIND_NAMES,
  NOT_ROTATABLE,
  kindNamed,
  kindOfRepository,
  REPOSITORY_NAMES
};
