import { Yargs } from "./lib/yargs.js";
import { require_fastest_levenshtein } from "./lib/fastest-levenshtein.js";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AsyncLocalStorage } from "node:async_hooks";
// src/setting-entry.ts
const GROUPS = {
	selection: "Which credentials",
	rotation: "What is written",
	pullRequests: "Which pull requests",
	pace: "Pace",
	appearance: "How pull requests look and who is asked",
	where: "Where and when",
	result: "The result"
};
function entry(type) {
	return (name, commands, help, rest) => ({
		name,
		type,
		commands,
		help,
		...rest
	});
}
function inGroup(group, entries) {
	return entries.map((each) => ({
		...each,
		group
	}));
}
const onOff = entry("switch");
const toggle = entry("toggle");
const text = entry("text");
const number = entry("number");
const choice = entry("choice");
const list = entry("list");
const optional = entry("optional");
function fileOnly(key, help, example, rest) {
	return {
		...entry("file")(key, [], help, rest),
		config: {
			key,
			example
		}
	};
}
// src/settings.ts
const FORMATS = [
	"text",
	"json",
	"markdown",
	"csv"
];
const GROUPINGS = [
	"namespace",
	"team",
	"kind",
	"all"
];
const MERGE_METHODS = [
	"merge",
	"squash",
	"rebase"
];
const SELECTING = [
	"open",
	"audit",
	"plan",
	"apply",
	"status",
	"close",
	"verify",
	"runbook"
];
const READING = [...SELECTING, "dashboard"];
const ROTATING = [
	"open",
	"plan",
	"apply"
];
const REMOTE = [
	"open",
	"plan",
	"status",
	"close",
	"dashboard",
	"verify"
];
const OPENING = [
	"open",
	"plan",
	"dashboard"
];
const SETTINGS = [
	...inGroup("selection", [
		list("namespace", SELECTING, "Namespaces by name or glob; inside the folder of a namespace that one is the default", {
			alias: "n",
			values: "namespace",
			repeats: true
		}),
		list("cluster", [...SELECTING, "config"], "Clusters by folder name, first label or glob", {
			values: "cluster",
			repeats: true,
			config: {
				key: "clusters",
				example: "[live]",
				help: "Only these clusters, unless --cluster names others"
			}
		}),
		list("kind", READING, "Kinds of credentials", {
			alias: "k",
			values: "kind",
			repeats: true
		}),
		fileOnly("extends", "Whose kinds of credentials there are beside `kinds`: moj, or none", "moj", {
			choices: ["moj", "none"],
			defaultWords: "moj"
		}),
		fileOnly("kinds", "Further kinds of credentials: a module or a type of resources, and the argument whose date rotates it", "api-password:\n  resource: random_password\n  argument: keepers.rotated_at\n  format: yyyy-MM-dd"),
		list("module", SELECTING, "Modules by name or glob", {
			alias: "m",
			repeats: true
		}),
		list("team", SELECTING, "Namespaces of these teams, by name or glob: the annotation team-name and the groups of 01-rbac.yaml", {
			values: "team",
			repeats: true
		}),
		toggle("production", SELECTING, "Production namespaces only", {
			off: "all others only",
			repeats: true
		}),
		onOff("due", SELECTING, "Only what is older than --max-age or was never rotated", { repeats: true }),
		number("max-age", [...READING, "config"], "Days after which a rotation is due", {
			default: 90,
			repeats: true,
			config: {
				key: "maxAge",
				example: "{ default: 90 }"
			}
		}),
		fileOnly("overrides", "Other maximum ages for some credentials; of those that match the last counts", "- match: { production: true, team: my-team }\n  maxAge: 30\n- match: { namespace: 'my-service-*' }\n  maxAge: 180"),
		fileOnly("exclude", "Credentials that are never rotated, which no flag lifts; they are listed as exempt, with the reason", "- match: { namespace: my-sandbox-dev }\n  reason: Is taken down at the end of the year"),
		fileOnly("snooze", "Credentials that are not rotated before a day, which --include-held lifts; they are listed as held until then", "- match: { team: my-team }\n  until: 2027-01-04\n  reason: Major upgrade of the database under way"),
		onOff("all", SELECTING, "Everything", { repeats: true }),
		text("shard", SELECTING, "Of all that only one part, such as 1/4: whole applications, each in exactly one part", { repeats: true }),
		onOff("include-held", SELECTING, "Namespaces on hold and what the config file snoozes too", { repeats: true })
	]),
	...inGroup("rotation", [
		text("date", [...READING, "config"], "The day to write, or for audit to judge by, as yyyy-MM-dd", {
			defaultWords: "today in London",
			repeats: true
		}),
		onOff("any-date", ROTATING, "Write the day of --date although it is years away from today", { repeats: true }),
		onOff("again", ROTATING, "Rotate once more what has the date of that day already", { repeats: true }),
		onOff("force-literal", ROTATING, "Put the date in the place of an expression; this ends self-rotation", { repeats: true }),
		onOff("restore-self-rotation", ROTATING, "In place of a date, give the rotation back to Terraform where it can do it by itself: one last rotation", { repeats: true }),
		optional("upgrade", ROTATING, "Also set ?ref= of what is rotated to the latest version: minor steps, or with major all", {
			choices: ["minor", "major"],
			repeats: true
		}),
		text("module-versions", READING, "JSON file with the latest version of each module; GitHub is then not asked for any", {
			values: "path",
			repeats: true
		}),
		onOff("check-versions", READING, "Ask GitHub for the latest versions of the modules; plan and open always do", { repeats: true }),
		onOff("yes", ["open", "apply"], "Ask nothing before writing what was picked on the terminal", {
			alias: "y",
			notInput: "nobody is asked in a workflow"
		})
	]),
	...inGroup("where", [
		text("config", [...READING, "config"], "Config file", {
			defaultWords: ".github/rotate-pr.yml of the tree that the command reads",
			values: "path",
			repeats: true
		}),
		text("root", [
			...READING,
			"config",
			"init",
			"after-merge"
		], "Folder of the environments repository", {
			defaultWords: "the git top level above the current folder",
			values: "path",
			repeats: true
		}),
		text("base", REMOTE, "Branch of the remote to read and to open against", {
			defaultWords: "the remote's default branch",
			default: null,
			repeats: true,
			config: {
				key: "base",
				example: "main"
			}
		}),
		text("base", ["audit", "config"], "Commit to read", { defaultWords: "the working tree" }),
		text("remote", [...REMOTE, "after-merge"], "Remote of the clone", {
			defaultWords: "origin, else the only one",
			repeats: true
		}),
		optional("fork", [
			...OPENING,
			"status",
			"close"
		], "The fork that the branches are pushed to: that of an owner, or with nothing behind it the token owner's own", { repeats: true })
	]),
	...inGroup("pullRequests", [
		choice("group", ["open", "plan"], "What one pull request is about; the repository refuses more than one namespace, but for an incident", {
			choices: GROUPINGS,
			default: "namespace",
			repeats: true
		}),
		onOff("incident", ["open", "plan"], "Everything at once: no pace, no staggering, and what people closed is opened again; requires --reason", { repeats: true }),
		onOff("incident", ["runbook"], "Also how to make a leaked secret useless at once, where the server still takes it"),
		text("reason", ["open", "plan"], "Why, for the pull requests of an incident", { repeats: true }),
		text("reason", ["close"], "Why, for the comment in each pull request", { repeats: true }),
		onOff("run", ["dashboard"], "Open the pull requests whose boxes are ticked, and untick them"),
		onOff("new", ["dashboard"], "Make a new issue although a person closed the last one"),
		onOff("dry-run", [
			"open",
			"close",
			"dashboard"
		], "Write nothing, and say what would be written")
	]),
	...inGroup("pace", [
		number("limit", OPENING, "Open at most so many pull requests in one run, the oldest credential first", {
			default: null,
			repeats: true,
			config: {
				key: "limit",
				example: "20"
			}
		}),
		number("max-open", OPENING, "Have at most so many pull requests open at one time", {
			default: null,
			repeats: true,
			config: {
				key: "maxOpen",
				example: "50"
			}
		}),
		number("hourly-limit", OPENING, "Open at most so many pull requests within an hour", {
			default: null,
			repeats: true,
			config: {
				key: "hourlyLimit",
				example: "60"
			}
		}),
		toggle("together", OPENING, "With --due: all environments of an application on one day, production among them", {
			off: "one after the other, production last",
			repeats: true,
			default: {
				enabled: true,
				holdProductionDays: 7,
				notOneApplication: ["Gov.UK Prototype Kit"]
			},
			config: {
				key: "stagger",
				example: "enabled: true\nholdProductionDays: 7\nnotOneApplication: [Gov.UK Prototype Kit]",
				help: "Whether the namespaces of an application are rotated one after the other, production last"
			}
		}),
		fileOnly("windows", "When pull requests are opened, by the clock in London; the workflow's schedule has to fall into one", "- days: [mon, tue, wed, thu]\n  from: '03:00'\n  to: '16:00'"),
		fileOnly("freezes", "Days on which no pull request is opened, the first and the last included", "- from: 2026-12-18\n  to: 2027-01-03\n  reason: Change freeze over Christmas"),
		number("refresh-after", OPENING, "Days after which the dates in an open pull request are renewed", {
			default: 14,
			repeats: true,
			config: {
				key: "refreshAfter",
				example: "14"
			}
		})
	]),
	...inGroup("appearance", [
		fileOnly("title", "Title of the pull requests; {namespace}, {cluster}, {team}, {count}, {kinds} and {date} are filled in", "'Rotate {count} credentials of {namespace}'", { default: null }),
		list("label", OPENING, "Labels, made where they are missing", {
			default: [],
			config: {
				key: "labels",
				example: "[dependencies]"
			}
		}),
		list("reviewer", OPENING, "People to ask for a review, by login", {
			default: [],
			config: {
				key: "reviewers",
				example: "[a-login]"
			}
		}),
		list("team-reviewer", OPENING, "Teams to ask for a review, by slug without the organisation", {
			default: [],
			config: {
				key: "teamReviewers",
				example: "[a-team]"
			}
		}),
		toggle("request-review", OPENING, "Ask the namespace's teams (01-rbac.yaml) for a review", {
			off: "ask none of them",
			default: true,
			config: {
				key: "requestReview",
				example: "true"
			}
		}),
		list("assignee", OPENING, "People to assign the pull requests to, by login", {
			default: [],
			config: {
				key: "assignees",
				example: "[]"
			}
		}),
		toggle("draft", OPENING, "Open drafts", {
			default: false,
			config: {
				key: "draft",
				example: "false"
			}
		}),
		choice("auto-merge", OPENING, "Have GitHub merge them once their checks pass, where the repository allows that", {
			choices: MERGE_METHODS,
			default: null,
			config: {
				key: "autoMerge",
				example: "squash"
			}
		}),
		toggle("sign", OPENING, "Have GitHub make the commits: they are verified, and the token's account is their author", {
			default: false,
			config: {
				key: "sign",
				example: "false"
			}
		}),
		text("author", OPENING, "Author of the commits, as \"Name <email>\"", {
			defaultWords: "git's own identity",
			default: null,
			config: {
				key: "author",
				example: "'rotate-pr <rotate-pr@users.noreply.github.com>'"
			}
		})
	]),
	...inGroup("result", [
		choice("format", [
			"open",
			"plan",
			"apply",
			"status",
			"close",
			"dashboard",
			"verify",
			"runbook",
			"config"
		], "How to print the result", {
			choices: FORMATS,
			default: "text",
			notInput: "a run of the Action writes the log and the summary of its job; only audit writes a file"
		}),
		choice("format", ["audit"], "How to print the result; html is a page for a browser", {
			choices: [...FORMATS, "html"],
			default: "text"
		}),
		choice("format", ["init"], "How to print the result", {
			choices: ["text", "json"],
			default: "text"
		}),
		text("output", ["audit"], "Write the result to this file, in one step, not to stdout", { values: "path" }),
		choice("by", ["audit"], "What the credentials are listed by; team gives a row a team", {
			choices: ["namespace", "team"],
			default: "namespace"
		}),
		number("due-within", ["audit"], "Only what is due, or falls due within so many days"),
		choice("fail-on", ["audit"], "Exit with 1 when there is any", { choices: [
			"due",
			"blocked",
			"problems"
		] }),
		text("new-since", ["audit"], "Only what this commit does not have yet, such as HEAD^1 on a pull request (checked out with fetch-depth 2)"),
		choice("fail-on", ["verify"], "Exit with 1 when a merged rotation is late", { choices: ["late"] }),
		number("wait", ["verify"], "Minutes to ask again for, as long as a rotation is pending"),
		optional("cluster-access", ["verify"], "Also ask the cluster of this context of the kubeconfig, for metadata only", { defaultWords: "the current context where none is named" }),
		onOff("comment", ["verify"], "Say it on each pull request, in one comment that is kept up to date"),
		text("since", ["audit", "verify"], "What was rotated from this day on, yyyy-MM-dd, as the history of git has it; for verify also so many days back", { notInput: "a look back is for a person, not for every run: audit --since prints it" }),
		onOff("other-credentials", ["audit"], "Also list Certificates, AWS access keys and token Secrets, which no date rotates"),
		onOff("keep", ["demo"], "Leave the folder behind and say where it is"),
		toggle("color", [
			...READING,
			"config",
			"init",
			"demo"
		], "Colours", {
			off: "none",
			defaultWords: "on a terminal, and as NO_COLOR and FORCE_COLOR say",
			notInput: "a log has the colours that GitHub gives it"
		}),
		onOff("quiet", [
			...READING,
			"config",
			"init"
		], "No progress and no warnings", { notInput: "what is not to be read is folded in the log" }),
		onOff("verbose", READING, "List everything, summarise nothing")
	])
];
function settingsOf(command) {
	return SETTINGS.filter(({ commands }) => commands.some((name) => name === command));
}
function configSettings() {
	return SETTINGS.filter(hasKey);
}
function hasKey(setting) {
	return setting.config !== void 0;
}
function camelCase(name) {
	return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}
// src/util/nearest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
function nearest(word, known, most = 1) {
	const plain = plainForm(word);
	const limit = Math.max(2, Math.floor(plain.length / 3));
	return [...new Set(known)].map((name) => ({
		name,
		far: farness(plain, plainForm(name))
	})).filter(({ name, far }) => far <= limit && far < Math.max(plain.length, name.length)).sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1)).slice(0, most).map(({ name }) => name);
}
function didYouMean(word, known) {
	const [meant] = nearest(word, known);
	return meant === void 0 ? "" : `: did you mean ${meant}?`;
}
function farness(word, known) {
	const [short, long] = word.length < known.length ? [word, known] : [known, word];
	return short.length >= 3 && long.includes(short) ? Math.min(1, long.length - short.length) : (0, import_fastest_levenshtein.distance)(word, known);
}
function plainForm(text) {
	return text.toLowerCase().replace(/[-_ ]/g, "");
}
// src/util/result.ts
function ok(value) {
	return {
		ok: true,
		value
	};
}
function fail(code, message, problems) {
	return {
		ok: false,
		error: problems === void 0 ? {
			code,
			message
		} : {
			code,
			message,
			problems
		}
	};
}
// src/util/group-by.ts
function groupBy(items, key) {
	const groups = new Map();
	for (const item of items) {
		const name = key(item);
		const group = groups.get(name);
		if (group === void 0) groups.set(name, [item]);
		else group.push(item);
	}
	return groups;
}
// src/kinds/elasticache.ts
const OLDEST_REDIS = "5.0.5";
const elasticache = {
	name: "elasticache",
	aliases: [
		"redis",
		"valkey",
		"cache"
	],
	noun: {
		one: "ElastiCache token",
		many: "ElastiCache tokens",
		secret: "AUTH token",
		server: "server"
	},
	about: {
		block: "module",
		repository: "cloud-platform-terraform-elasticache-cluster",
		published: true
	},
	argument: "auth_token_rotated_date",
	format: "yyyy-MM-dd",
	isPartOfName: false,
	since: "5.6",
	byDefault: true,
	companion: null,
	selfRotation: null,
	applying: "the server gets an additional AUTH token and drops the older of the two it had (strategy ROTATE). The token in use until now stays valid until the next rotation, so running pods keep working. It is no cure for a leaked token: that one is accepted until a second rotation.",
	impact: { unknown: "no downtime: the token in use until now stays valid until the next rotation" },
	overlap: "one",
	restart: "one-by-one",
	secretOutputs: ["auth_token"],
	echoes: {},
	serviceAccount: null,
	setNewest: {
		title: "or, where a second rotation takes too long, set the newest token as the only one.",
		lines: [
			"aws elasticache modify-replication-group \\",
			"  --replication-group-id {replication_group_id} \\",
			"  --auth-token {auth_token} \\",
			"  --auth-token-update-strategy SET \\",
			"  --apply-immediately"
		],
		outputs: {
			auth_token: "\"$(from_secret <key of the token>)\"",
			replication_group_id: "<replication group id>"
		},
		expect: "Only when all pods are replaced: the server then refuses every other token at once.",
		accessOutput: "irsa_policy_arn"
	},
	rules: [{
		argument: "engine",
		is: "equal",
		value: "memcached",
		effect: "exempt",
		code: "memcached",
		message: "memcached has no AUTH token",
		unknown: {
			effect: "warning",
			code: "engine-unknown",
			message: "it may be memcached, which has no AUTH token (engine: {written})"
		}
	}, {
		argument: "engine_version",
		is: "below",
		value: OLDEST_REDIS,
		onlyWhere: {
			argument: "engine",
			value: "redis"
		},
		effect: "blocked",
		code: "engine-too-old",
		message: `Redis {value} cannot rotate its AUTH token: upgrade engine_version to ${OLDEST_REDIS} or above first`,
		unknown: {
			effect: "warning",
			code: "engine-version-unknown",
			message: `the Redis version cannot be known here (engine_version: {written}): below ${OLDEST_REDIS} the rotation fails`
		}
	}]
};
// src/kinds/hmpps-template.ts
const hmppsTemplate = {
	name: "hmpps-template",
	aliases: ["hmpps", "template"],
	noun: {
		one: "HMPPS template token",
		many: "HMPPS template tokens",
		secret: "token",
		server: "cluster"
	},
	about: {
		block: "module",
		repository: "cloud-platform-terraform-hmpps-template",
		published: true
	},
	argument: "custom_token_rotation_date",
	format: "yyyy-MM-dd",
	isPartOfName: true,
	since: "1.2.1",
	byDefault: false,
	companion: {
		argument: "force_rotate_token",
		value: "true"
	},
	selfRotation: {
		by: "module",
		every: "week"
	},
	applying: "the service account inside the template gets a new token, and the old one stops working. Wherever it was pasted, the old one stays until somebody replaces it.",
	impact: {
		github: "no downtime: the same apply writes the new token to GitHub; a workflow run that is under way then fails",
		unknown: "whoever has the token cannot deploy from the apply until they get the new one"
	},
	overlap: "none",
	restart: "none",
	secretOutputs: [],
	echoes: { application: "application" },
	serviceAccount: {
		account: {
			argument: "application",
			missing: null,
			suffix: "-github-actions-sa"
		},
		missingDate: null,
		push: {
			repositories: {
				argument: "github_repo",
				isList: false
			},
			environments: {
				argument: "environment",
				isList: false
			},
			secret: "KUBE_TOKEN",
			applying: "The same apply writes the new token to GitHub."
		},
		maybeCircleCi: false
	},
	setNewest: null,
	rules: [{
		argument: "force_rotate_token",
		is: "not",
		value: "true",
		effect: "exempt",
		message: "the template rotates this token every week; force_rotate_token is not true",
		code: "rotates-itself",
		unknown: {
			effect: "blocked",
			code: "not-a-literal",
			message: "force_rotate_token is {written}, which cannot be known here: whether the token rotates itself every week or the date is in force depends on it"
		}
	}]
};
// src/kinds/rds.ts
const RUNNING = {
	from: "06:00",
	to: "22:00"
};
const MERGE_BY_DAY = `merge between ${RUNNING.from} and ${RUNNING.to} UTC`;
const rds = {
	name: "rds",
	aliases: [
		"postgres",
		"postgresql",
		"mysql",
		"database",
		"db",
		"rds-instance"
	],
	noun: {
		one: "RDS password",
		many: "RDS passwords",
		secret: "password",
		server: "database"
	},
	about: {
		block: "module",
		repository: "cloud-platform-terraform-rds-instance",
		published: true
	},
	argument: "db_password_rotated_date",
	format: "dd-MM-yyyy",
	isPartOfName: false,
	since: "5.16.16",
	byDefault: true,
	companion: null,
	selfRotation: null,
	applying: "the instance gets a new master password, and Secrets that Terraform fills from the module get it too. The old password stops working. Pods read theirs when they start: until they are restarted they keep the connections they have and cannot open new ones.",
	impact: {
		object: "pods lose the database from the apply until they restart",
		unknown: "whoever has the password loses the database from the apply until they get the new one"
	},
	overlap: "none",
	restart: "all",
	secretOutputs: ["database_password"],
	echoes: {},
	serviceAccount: null,
	setNewest: null,
	rules: [
		{
			argument: "replicate_source_db",
			is: "set",
			effect: "exempt",
			code: "read-replica",
			message: "a read replica has the password of {written}",
			unknown: {
				effect: "warning",
				code: "may-be-replica",
				message: "it may be a read replica, for which the date does nothing: {written} cannot be known here"
			}
		},
		risk("enable_rds_auto_start_stop", "stopped-overnight", `the instance is stopped overnight, from ${RUNNING.to} to ${RUNNING.from} UTC: ${MERGE_BY_DAY}`, `the instance may be stopped overnight, from ${RUNNING.to} to ${RUNNING.from} UTC: ${MERGE_BY_DAY}`, { mergeBetween: RUNNING }),
		risk("prepare_for_major_upgrade", "major-upgrade-prepared", "prepare_for_major_upgrade is true: finish the upgrade before the rotation", "prepare_for_major_upgrade may be true: finish an upgrade before the rotation"),
		risk("is_migration", "migration", "is_migration is true: the instance is made from a snapshot; finish that before the rotation", "is_migration may be true: finish a migration before the rotation")
	]
};
function risk(argument, code, message, maybe, more = {}) {
	return {
		argument,
		is: "true",
		effect: "warning",
		code,
		message,
		unknown: {
			effect: "warning",
			message: `${maybe} ({written})`
		},
		...more
	};
}
// src/kinds/registry.ts
const BUILT_IN = [
	{
		name: "serviceaccount",
		aliases: [
			"service-account",
			"service-accounts",
			"sa",
			"token",
			"tokens"
		],
		noun: {
			one: "service account token",
			many: "service account tokens",
			secret: "token",
			server: "cluster"
		},
		about: {
			block: "module",
			repository: "cloud-platform-terraform-serviceaccount",
			published: true
		},
		argument: "serviceaccount_token_rotated_date",
		format: "dd-MM-yyyy",
		isPartOfName: true,
		since: "0.9.3",
		byDefault: true,
		companion: null,
		selfRotation: {
			by: "resource",
			resource: "time_rotating",
			attribute: "unix"
		},
		applying: "Terraform destroys the token’s Secret and makes another under a new name, because the date is part of the name. The old token stops working at that moment. Wherever it was pasted, the old one stays until somebody replaces it.",
		impact: {
			github: "no downtime: the same apply writes the new token to GitHub; a workflow run that is under way then fails",
			circleci: "CircleCI cannot deploy from the apply until the new token is pasted",
			unknown: "whoever has the token cannot deploy from the apply until they get the new one"
		},
		overlap: "none",
		restart: "none",
		secretOutputs: ["default_secret_name"],
		echoes: {},
		serviceAccount: {
			account: {
				argument: "serviceaccount_name",
				missing: "cd-serviceaccount",
				suffix: ""
			},
			missingDate: "dd-mm-yyyy",
			push: {
				repositories: {
					argument: "github_repositories",
					isList: true
				},
				environments: {
					argument: "github_environments",
					isList: true
				},
				secret: {
					argument: "github_actions_secret_kube_token",
					missing: "KUBE_TOKEN",
					suffix: ""
				},
				applying: "GitHub repositories that the module names get the new token in the same apply."
			},
			maybeCircleCi: true
		},
		setNewest: null,
		rules: []
	},
	rds,
	elasticache,
	hmppsTemplate
];
const NOT_ROTATABLE = new Map([["cloud-platform-terraform-rds-aurora", "the rds-aurora module has no variable that rotates its password: ask the Cloud Platform team"]]);
function makeKinds(list, own = [], notRotatable = NOT_ROTATABLE) {
	const all = [...list, ...own];
	const builtInNames = splitAtCommonStart([...list.flatMap(repositoryOf), ...notRotatable.keys()]);
	const ownNames = own.flatMap(repositoryOf).map((start) => ({
		start,
		ends: [""]
	}));
	const moduleNames = [...builtInNames.start === "" ? [] : [builtInNames], ...ownNames];
	const mentions = [...list.length === 0 ? [] : [mentionOf(builtInNames, list)], ...own.map(mentionOfOwn)];
	return {
		list: all,
		names: all.map(({ name }) => name),
		byDefault: all.flatMap(({ name, byDefault }) => byDefault ? [name] : []),
		byName: new Map(all.map((kind) => [kind.name, kind])),
		byModule: new Map(all.flatMap((kind) => repositoryOf(kind).map((name) => [name, kind]))),
		byRegistry: new Map(all.flatMap(({ about, ...rest }) => about.block === "registry-module" ? [[about.address, {
			about,
			...rest
		}]] : [])),
		byResource: groupBy(all.filter(({ about }) => about.block === "resource"), ({ about }) => about.block === "resource" ? about.type : ""),
		notRotatable,
		moduleNames,
		areMentioned: (text) => mentions.some((isMentioned) => isMentioned(text))
	};
}
function repositoryOf({ about }) {
	return about.block === "module" ? [about.repository] : [];
}
function splitAtCommonStart(names) {
	let start = names[0] ?? "";
	while (!names.every((name) => name.startsWith(start))) start = start.slice(0, -1);
	return {
		start,
		ends: names.map((name) => name.slice(start.length))
	};
}
function mentionOf({ start, ends }, list) {
	const modules = new RegExp(`${start}(?:${ends.join("|")})`, "i");
	const names = list.flatMap(({ argument, selfRotation }) => selfRotation?.by === "resource" ? [argument, selfRotation.resource] : [argument]);
	const rotating = names.filter((name) => name.includes("rotat"));
	const others = names.filter((name) => !rotating.includes(name));
	return (text) => modules.test(text) || text.includes("rotat") && rotating.some((name) => text.includes(name)) || others.some((name) => text.includes(name));
}
function mentionOfOwn({ about, argument }) {
	switch (about.block) {
		case "resource": {
			const [first = ""] = argument.split(".");
			return (text) => text.includes(`"${about.type}"`) && text.includes(first);
		}
		case "registry-module": return (text) => text.includes(about.address);
		case "module": {
			const name = new RegExp(about.repository, "i");
			return (text) => name.test(text);
		}
	}
}
const BUILT_IN_KINDS = makeKinds(BUILT_IN);
let source = () => BUILT_IN_KINDS;
function findKindsBy(find) {
	source = find;
}
function knownKinds() {
	return source();
}
function kindNamed(name) {
	const kind = knownKinds().byName.get(name);
	if (kind === void 0) throw new Error(`no kind is named ${name}`);
	return kind;
}
function findKind(word) {
	const plain = word.toLowerCase();
	return knownKinds().list.find(({ name, aliases }) => name === plain || aliases.includes(plain)) ?? null;
}
// src/cli/flags.ts
function flagsOf(command, kinds) {
	return Object.fromEntries(settingsOf(command).map((setting) => [setting.name, flagOf(setting, kinds)]));
}
function flagOf(setting, kinds) {
	const { type, alias, choices, group } = setting;
	const common = {
		describe: describeFlag(setting, kinds),
		group: `${GROUPS[group]}:`,
		...alias === void 0 ? {} : { alias }
	};
	switch (type) {
		case "switch": return {
			...common,
			type: "boolean",
			default: false
		};
		case "toggle": return {
			...common,
			type: "boolean"
		};
		case "number": return {
			...common,
			type: "number",
			requiresArg: true
		};
		case "list": return {
			...common,
			type: "string",
			array: true,
			nargs: 1,
			requiresArg: true
		};
		case "optional": return {
			...common,
			type: "string"
		};
		case "choice": return {
			...common,
			...choices === void 0 ? {} : { choices },
			...typeof setting.default === "string" ? { default: setting.default } : {}
		};
		case "text":
		case "file": return {
			...common,
			type: "string",
			requiresArg: true
		};
	}
}
function describeFlag(setting, kinds) {
	const { name, help, off, type } = setting;
	const standard = defaultWords(setting, kinds);
	return [
		`${help}${setting.values === "kind" ? `: ${kinds.map((kind) => kind.name).join(", ")}` : ""}`,
		...type === "list" ? ["repeatable"] : [],
		...off === void 0 ? [] : [`--no-${name}: ${off}`],
		...standard === null || type === "choice" ? [] : [`default ${standard}`]
	].join("; ");
}
function defaultWords(setting, kinds) {
	if (setting.defaultWords !== void 0) return setting.defaultWords;
	if (setting.values === "kind") return kinds.flatMap(({ name, byDefault }) => byDefault ? [name] : []).join(", ");
	const value = setting.default;
	if (typeof value === "number" || typeof value === "string") return String(value);
	return value === true ? "on" : null;
}
const AUDIT_FORMATS = [...FORMATS, "html"];
const COMMANDS = [
	{
		name: "open",
		describe: "Open or update one pull request for each namespace",
		guesses: [
			"rotate",
			"run",
			"create",
			"pr"
		],
		examples: [
			["open", "pick namespaces on the terminal, see the diff, say yes"],
			["open -n my-namespace-dev", "one namespace, whatever the age of its credentials"],
			["open --due --no-production", "everything overdue outside production"],
			["open --due --limit 20 --max-open 60", "a part of what is overdue, the oldest first"],
			["open --all -k KIND --incident --reason 'Leaked by a build step' --group all", "every service account token in one pull request"],
			["open -n my-namespace-prod -k KIND --again", "once more on the same day: the secret has leaked"],
			["open --team my-team --upgrade", "also to the latest version of each module"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-open.js")).runOpen(flags, io)
	},
	{
		name: "audit",
		describe: "List every credential: when it was rotated, whether it is due, why it cannot be rotated",
		guesses: [
			"ls",
			"list",
			"check",
			"show",
			"report",
			"scan"
		],
		examples: [
			["audit --due", "what is overdue, and why"],
			["audit --team my-team", "all that a team has, in order or not"],
			["audit --base origin/main --fail-on due", "a check: exit with 1 when anything is due there"],
			["audit --kind KIND --format csv", "the credentials of one kind as a table for a spreadsheet"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-audit.js")).runAudit(flags, io)
	},
	{
		name: "plan",
		describe: "Show what open would do: the diff and the text of each pull request",
		guesses: [
			"diff",
			"preview",
			"dry-run"
		],
		examples: [
			["plan -n my-namespace-dev", "the pull request that would be opened"],
			["plan --due --quiet", "the diff of everything overdue"],
			["plan --team my-team --verbose", "each pull request with its text"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-plan.js")).runPlan(flags, io)
	},
	{
		name: "apply",
		describe: "Change the dates in the files of the working tree",
		guesses: [
			"write",
			"edit",
			"fix"
		],
		examples: [
			["apply", "pick namespaces on the terminal, see the diff, say yes"],
			["apply -n 'my-service-*' --no-production", "several namespaces, to be committed by you"],
			["apply -n my-namespace-dev -m my_database", "one module"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-apply.js")).runApply(flags, io)
	},
	{
		name: "status",
		describe: "List the pull requests: which are open and how they stand, what waits, what people closed",
		guesses: ["prs", "st"],
		examples: [["status", "all of them, those that need somebody first"], ["status --team my-team --format markdown", "a team's, for an issue or a message"]],
		run: async (flags, io) => (await import("./import/cli-verbs-status.js")).runStatus(flags, io)
	},
	{
		name: "close",
		describe: "Take back what open opened: close the pull requests and delete their branches",
		guesses: [
			"undo",
			"revert",
			"delete",
			"cancel"
		],
		examples: [
			["close --all --dry-run", "what would be closed"],
			["close --team my-team --reason 'Opened by mistake'", "a team's, with a comment that says why"],
			["close -n my-namespace-dev", "that of one namespace"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-close.js")).runClose(flags, io)
	},
	{
		name: "verify",
		describe: "Say whether merged rotations are in force, and which pods still hold the old value",
		guesses: [
			"check-applied",
			"in-force",
			"applied"
		],
		examples: [
			["verify --team my-team", "what a team merged in the last 14 days, by what GitHub can tell"],
			["verify -n my-namespace-dev --cluster-access", "by the cluster too: Secrets by their metadata, and pods"],
			["verify --all --since 7 --fail-on late", "a check: exit with 1 when something merged is not in force after an hour"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-verify.js")).runVerify(flags, io)
	},
	{
		name: "runbook",
		describe: "The steps after the merge, filled in with the names of the selected namespaces",
		guesses: ["steps", "docs"],
		examples: [["runbook -n my-namespace-dev --format markdown", "the steps, for an issue or a message"], ["runbook --team my-team --incident", "after a leak"]],
		run: async (flags, io) => (await import("./import/cli-verbs-runbook.js")).runRunbook(flags, io)
	},
	{
		name: "config",
		describe: "Say which settings are in force and where each comes from, and what the rules match",
		guesses: ["settings", "configure"],
		examples: [["config", "what .github/rotate-pr.yml says, and the defaults for the rest"], ["config --base origin/main", "what open goes by: the file as it is on that branch"]],
		run: async (flags, io) => (await import("./import/cli-verbs-config.js")).runConfig(flags, io)
	},
	{
		name: "init",
		describe: "Write a starter workflow and config file; never over existing ones",
		guesses: ["setup", "install"],
		examples: [["init", ".github/workflows/rotate-pr.yml and .github/rotate-pr.yml, and what to do next"]],
		run: async (flags, io) => (await import("./import/cli-verbs-init.js")).runInit(flags, io)
	},
	{
		name: "dashboard",
		describe: "Keep an issue up to date that shows what is open and due, with boxes to rotate it",
		guesses: ["issue", "board"],
		examples: [
			["dashboard", "write the issue, or bring it up to date"],
			["dashboard --dry-run --format markdown", "what it would say"],
			["dashboard --run --label rotation", "open the pull requests whose boxes are ticked"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-dashboard.js")).runDashboard(flags, io)
	},
	{
		name: "demo",
		describe: "The whole path on a small repository, a git server and a GitHub of its own, on this machine only",
		guesses: ["example", "try"],
		examples: [["demo --keep", "and look at the folder afterwards"]],
		run: async (flags, io) => (await import("./import/cli-verbs-demo.js")).runDemo(flags, io)
	},
	{
		name: "completion",
		describe: "Print the script that lets a shell complete commands, flags and names",
		guesses: ["complete", "completions"],
		argument: {
			name: "shell",
			choices: [
				"bash",
				"zsh",
				"fish"
			]
		},
		examples: [
			["completion bash >> ~/.bashrc", "for bash"],
			["completion zsh > ~/.zfunc/_rotate-pr", "for zsh, with ~/.zfunc in its fpath"],
			["completion fish > ~/.config/fish/completions/rotate-pr.fish", "for fish"]
		],
		run: async (flags, io) => (await import("./import/cli-verbs-completion.js")).runCompletion(flags, io)
	}
].map((each) => ({
	...each,
	get flags() {
		return flagsOf(each.name, knownKinds().list);
	}
}));
function flagNames({ flags }) {
	const negations = Object.entries(flags).filter(([, { type, default: standard }]) => type === "boolean" && standard === void 0).map(([name]) => `no-${name}`);
	return [
		...Object.keys(flags),
		...negations,
		"help",
		"version"
	];
}
function fullName(word, { flags }) {
	if (/^--./.test(word)) return word.slice(2) in flags ? word.slice(2) : "";
	if (!/^-.$/.test(word)) return "";
	return Object.keys(flags).find((name) => flags[name].alias === word.slice(1)) ?? "";
}
function requiresValue(name, { flags }) {
	const flag = flags[name];
	if (flag === void 0) return false;
	return flag.choices !== void 0 || flag.type !== "boolean" && flag.requiresArg === true;
}
function commandIn(words) {
	for (const [at, word] of words.entries()) {
		if (word.startsWith("-") || takesValue(words[at - 1] ?? "")) continue;
		const command = COMMANDS.find(({ name }) => name === word);
		return command === void 0 ? null : {
			command,
			at
		};
	}
	return null;
}
function takesValue(word) {
	return COMMANDS.some((command) => requiresValue(fullName(word, command), command));
}
// src/cli/arguments.ts
const NAMES = COMMANDS.map(({ name }) => name);
const PARSING = {
	"duplicate-arguments-array": true,
	"greedy-arrays": false
};
const REPEATABLE = new Set(COMMANDS.flatMap(({ flags }) => Object.entries(flags).flatMap(([name, { array, alias }]) => array === true ? [
	name,
	camelCase(name),
	...typeof alias === "string" ? [alias] : []
] : [])));
const OPTIONAL = new Set(SETTINGS.flatMap(({ name, type }) => type === "optional" ? [name] : []));
function tidyFlags(flags) {
	for (const [name, value] of Object.entries(flags)) {
		if (Array.isArray(value) && name !== "_" && !REPEATABLE.has(name)) flags[name] = value.at(-1);
		if (flags[name] === false && OPTIONAL.has(name)) delete flags[name];
	}
}
async function parseFlags(table, args) {
	let mistake = findMistake(args);
	const flags = await Yargs([...args]).options(table).middleware(tidyFlags).strict().version(false).help(false).exitProcess(false).parserConfiguration(PARSING).fail((message, error) => {
		mistake ??= message ?? String(error);
	}).parseAsync();
	return mistake === null ? ok(flags) : fail("usage", explainMistake(mistake, args).join(" "));
}
function arrangeArguments(args) {
	const [first, second] = args;
	if (first === "help") return [...second === void 0 ? [] : [second], "--help"];
	if (first === "version" && args.length === 1) return ["--version"];
	const found = commandIn(args);
	if (found === null) return args;
	const { command, at } = found;
	const rest = [...args.slice(0, at), ...args.slice(at + 1)];
	return [command.name, ...command.flags["namespace"] === void 0 ? rest : withNamespaces(rest, command)];
}
function withNamespaces(words, command) {
	const end = words.includes("--") ? words.indexOf("--") : words.length;
	return words.map((word, at) => {
		return at < end && word !== "" && !word.startsWith("-") && !mayBelongTo(words[at - 1] ?? "", word, command) ? `--namespace=${word}` : word;
	});
}
function mayBelongTo(before, word, command) {
	if (!before.startsWith("-") || before.includes("=")) return false;
	const name = fullName(before, command);
	const flag = command.flags[name];
	if (flag === void 0) return !/^--(?:no-.+|help|version)$|^-h$/.test(before);
	return flag.type === "boolean" ? word === "true" || word === "false" : true;
}
function findMistake(args) {
	for (const [at, arg] of args.entries()) {
		if (arg === "--" && at + 1 < args.length) return `nothing is expected behind --, but there is ${args.slice(at + 1).join(" ")}.`;
		const flag = arg.trim() === "" ? args[at - 1] ?? "" : /^(?<flag>--?[\w-]+)=\s*$/.exec(arg)?.groups?.flag ?? null;
		if (flag !== null) return `${flag.startsWith("-") ? flag : "an argument"} has an empty value.`;
	}
	return null;
}
function explainUsage(message, args) {
	const lines = explainMistake(message, args).map((line) => `rotate-pr: ${line}\n`);
	const command = args.find((arg) => NAMES.includes(arg));
	return `${lines.join("")}Run rotate-pr ${command === void 0 ? "" : `${command} `}--help for the flags.\n`;
}
function explainMistake(message, args) {
	const unknown = /^Unknown (?:arguments?|commands?): (?<names>.*)$/s.exec(message)?.groups?.names;
	if (unknown !== void 0) return unknownNames(unknown, args).map((name) => explainName(name, args));
	const groups = /^Invalid values:\s+Argument: (?<flag>[\w-]+), Given: (?<given>.*), Choices: (?<choices>.*)$/s.exec(message)?.groups;
	if (groups !== void 0) {
		const others = groups.choices?.trim().replaceAll("\"", "");
		if (groups.flag === "format" && groups.given === "\"html\"") return [`--format html is for audit only; here --format takes one of ${others}.`];
		return [`${COMMANDS.some(({ argument }) => argument?.name === groups["flag"]) ? "" : "--"}${groups.flag} takes one of ${others}, not ${groups.given}.`];
	}
	const missing = /^Not enough arguments following: (?<flag>[\w-]+)$/.exec(message)?.groups;
	if (missing !== void 0) return [`${(missing.flag ?? "").length === 1 ? "-" : "--"}${missing.flag} requires a value.`];
	if (/^Not enough non-option arguments/.test(message)) {
		const { name = "", argument } = COMMANDS.find((one) => args.includes(one.name)) ?? {};
		if (argument !== void 0) return [`${name} requires one of ${argument.choices.join(", ")}.`];
	}
	return [message];
}
function unknownNames(list, args) {
	const names = list.split(", ");
	return names.filter((name) => isTyped(name, args) || !names.some((other) => camelCase(other) === name));
}
function isTyped(name, args) {
	return args.some((arg) => arg === name || arg.split("=")[0]?.replace(/^--?/, "") === name);
}
function explainName(name, args) {
	return args.some((arg) => /^--?./.test(arg) && arg.split("=")[0]?.replace(/^--?/, "").startsWith(name)) ? explainFlag(name, args) : explainWord(name, args);
}
function explainFlag(name, args) {
	const command = commandIn(args)?.command ?? COMMANDS[0];
	const names = flagNames(command);
	const elsewhere = FLAGS_ELSEWHERE[name]?.find((line) => names.includes(line.split(" ", 1)[0] ?? ""));
	const [meant = null] = elsewhere === void 0 ? nearest(name, names) : [elsewhere];
	const dashes = name.length === 1 ? "-" : "--";
	return `${command.name} has no flag ${dashes}${name}${meant === null ? "" : `: did you mean --${meant}?`}`;
}
const FLAGS_ELSEWHERE = {
	...Object.fromEntries(AUDIT_FORMATS.map((format) => [format, [`format ${format}`]])),
	o: ["output FILE", "format json"],
	f: ["format json"],
	v: ["verbose", "version"],
	q: ["quiet"],
	d: ["due"]
};
function explainWord(word, args) {
	const command = commandIn(args)?.command;
	if (command !== void 0 && command.name !== word) return `${command.name} takes no argument ${word}.`;
	const guessed = COMMANDS.find(({ guesses }) => guesses.includes(word));
	const advice = guessed === void 0 ? didYouMean(word, NAMES) : `: did you mean ${guessed.name}?`;
	const namespace = ` A namespace stands behind a command: rotate-pr plan ${word}`;
	return `there is no command ${word}${advice === "" ? `.${namespace}` : advice}`;
}
// src/cli/version.ts
function readVersion() {
	return readManifest()?.version ?? "unknown";
}
function readPublished() {
	const manifest = readManifest();
	if (manifest === null) throw new Error("there is no package.json of rotate-pr above the program");
	const { version, repository, action } = manifest;
	return {
		repository: /github\.com\/(?<name>[^/]+\/[^/]+?)(?:\.git)?$/.exec(repository.url)?.groups?.["name"] ?? "",
		version,
		commit: action.commit
	};
}
function readManifest() {
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		try {
			const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
			if (isOurs(manifest)) return manifest;
		} catch {}
		const above = dirname(folder);
		if (above === folder) return null;
		folder = above;
	}
}
function isOurs(manifest) {
	const { bin, version } = manifest ?? {};
	return typeof bin === "object" && "rotate-pr" in bin && typeof version === "string";
}
// src/commands/read/kinds-of-run.ts
const ofRun = new AsyncLocalStorage();
findKindsBy(() => ofRun.getStore()?.kinds ?? BUILT_IN_KINDS);
function withKinds(run) {
	return ofRun.run({ kinds: BUILT_IN_KINDS }, run);
}
function useKinds(kinds) {
	const run = ofRun.getStore();
	if (run !== void 0) run.kinds = kinds;
	else if (kinds !== BUILT_IN_KINDS) throw new Error("kinds are set outside of a run");
}
// src/cli/main.ts
const GENERAL_EXAMPLES = [["$0 audit --due", "what is overdue, and why"], ["$0 plan -n my-namespace-dev", "the pull request that would be opened"]];
const EPILOGUE = "Exit codes: 0 done; 1 done, with findings; 2 could not run; 130 stopped with Ctrl-C. Each command has a --help of its own.";
async function main(typed, io) {
	const args = arrangeArguments(typed);
	let run = null;
	let answer = "";
	let usage = findMistake(typed);
	await Yargs([...args]).scriptName("rotate-pr").usage("$0 <command> [options]\n\nRotates credentials of the environments repository by pull requests.").middleware(tidyFlags).command(COMMANDS.map(toModule((chosen) => {
		run = chosen;
	}))).epilogue(EPILOGUE).example(GENERAL_EXAMPLES.map(([command, description]) => [command, description])).version(readVersion()).help().alias("help", "h").strict().recommendCommands().wrap(io.stdout.columns || 80).detectLocale(false).exitProcess(false).parserConfiguration(PARSING).fail((message, error) => {
		usage ??= message ?? String(error);
	}).parseAsync([...args], {}, (_error, _given, output) => {
		answer = output;
	});
	if (usage !== null) {
		io.stderr.write(explainUsage(usage, args));
		return 2;
	}
	if (run === null) {
		io.stdout.write(`${answer}\n`);
		return 0;
	}
	try {
		const chosen = run;
		return await withKinds(() => chosen(io));
	} catch (error) {
		const { explainCrash } = await import("./import/cli-crash.js");
		io.stderr.write(explainCrash(error, io.env));
		return 2;
	}
}
function toModule(choose) {
	return (command, index) => {
		const { name, describe, flags, argument, examples, run } = command;
		const words = argument === void 0 ? name : `${name} <${argument.name}>`;
		return {
			command: index === 0 ? [name, "$0"] : words,
			describe,
			builder: (argv) => {
				if (argument !== void 0) argv.positional(argument.name, { choices: argument.choices });
				return argv.options(flags).example(examples.map(([line, what]) => [`$0 ${line}`, what]));
			},
			handler: (given) => choose((io) => run(given, io))
		};
	};
}
export { BUILT_IN_KINDS, COMMANDS, SETTINGS, camelCase, commandIn, configSettings, didYouMean, fail, findKind, flagsOf, fullName, groupBy, kindNamed, knownKinds, main, makeKinds, nearest, ok, parseFlags, readPublished, readVersion, requiresValue, settingsOf, useKinds, withKinds };
