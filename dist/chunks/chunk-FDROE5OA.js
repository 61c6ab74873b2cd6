import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  readAuthor
} from "./chunk-L6VYHJNY.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/cli/read-request.ts
function readRequest(flags) {
  const incident = readIncident(flags);
  if (!incident.ok) return incident;
  if (flags.shard !== void 0 && flags.group !== "namespace") {
    return fail(
      "usage",
      "--shard and --group exclude each other: the parts would write to one pull request."
    );
  }
  return ok({ incident: incident.value, grouping: flags.group, flags: {}, fork: null });
}
function readOpenRequest(flags) {
  const common = readRequest(flags);
  if (!common.ok) return common;
  for (const [name, value] of Object.entries({
    limit: flags.limit,
    "max-open": flags.maxOpen,
    "hourly-limit": flags.hourlyLimit,
    "refresh-after": flags.refreshAfter
  })) {
    if (value !== void 0 && (!Number.isInteger(value) || value < 0)) {
      return fail("usage", `--${name} takes a whole number, 0 or more.`);
    }
  }
  if (flags.author !== void 0) {
    if (readAuthor(flags.author) === null) {
      return fail("usage", `--author takes "Name <email>", not ${JSON.stringify(flags.author)}.`);
    }
    if (flags.sign) {
      return fail(
        "usage",
        "--sign and --author exclude each other: GitHub names the token's account as the author."
      );
    }
  }
  return ok({ ...common.value, flags, fork: flags.fork ?? null });
}
function readIncident({ incident, reason }) {
  if (incident && reason === void 0) {
    return fail("usage", "--incident wants --reason TEXT: it stands in every pull request.");
  }
  if (!incident && reason !== void 0) return fail("usage", "--reason goes with --incident.");
  return ok(incident ? reason ?? null : null);
}

export {
  readRequest,
  readOpenRequest
};
