import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  redact,
  secretForms
} from "./chunk-LSW3YM3J.js";

// src/github/client.ts
async function createOctokit(options) {
  const { Octokit } = await import("./dist-bundle-LC3WHRZM.js");
  const { token, version, repository, pacing = true, timeoutMs = 6e4, maxWaitSeconds = 300 } = options;
  const secrets = token === null ? [] : secretForms(token);
  const warn = (message) => options.onWarning?.(redact(String(message), secrets));
  const wait = (what) => (seconds, _request, _octokit, retries) => {
    const again = seconds <= maxWaitSeconds && retries < 3;
    if (again) warn(`waiting for GitHub's ${what} limit until ${clockTime(Date.now() + seconds * 1e3)}`);
    return again;
  };
  const octokit = new Octokit({
    ...token === null ? {} : { auth: token },
    baseUrl: repository.apiUrl,
    userAgent: `rotate-pr/${version}`,
    log: { debug: () => {
    }, info: () => {
    }, warn, error: warn },
    throttle: pacing ? { onRateLimit: wait("rate"), onSecondaryRateLimit: wait("secondary rate") } : { enabled: false },
    retry: { enabled: pacing },
    request: {
      fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    }
  });
  octokit.hook.after("request", ({ headers }) => {
    const remaining = Number(headers["x-ratelimit-remaining"] ?? Number.NaN);
    if (Number.isFinite(remaining)) options.onLimit?.({ remaining });
  });
  return octokit;
}
function clockTime(milliseconds) {
  return new Date(milliseconds).toTimeString().slice(0, 5);
}

// src/github/failure.ts
function githubFailure(thrown, context) {
  const error = typeof thrown === "object" && thrown !== null ? thrown : {};
  const status = typeof error.status === "number" ? error.status : 0;
  const words = redact(githubWords(error), context.secrets);
  if (!error.response) {
    return {
      code: "unreachable",
      message: `Could not ${context.doing}: ${context.apiUrl} can't be reached (${words}).`
    };
  }
  const { code, advice } = classify(status, words, error.response.headers ?? {}, context.rights);
  const text = `Could not ${context.doing}: GitHub says "${words}" (${status}).${advice === "" ? "" : ` ${advice}`}`;
  return { code, message: text };
}
function classify(status, words, headers, rights = '"Contents: write" and "Pull requests: write"') {
  if (status === 401) {
    return {
      code: "authentication",
      advice: "The token is wrong or has expired: set GITHUB_TOKEN or run gh auth login."
    };
  }
  if (status === 429 || status === 403 && isLimit(words, headers)) {
    return { code: "rate-limited", advice: limitAdvice(headers) };
  }
  if (status === 403) return { code: "forbidden", advice: forbiddenAdvice(words, rights) };
  if (status === 404 || status === 410) {
    return { code: "not-found", advice: "GitHub also says this when the token may not see the repository." };
  }
  if (status === 409) return { code: "conflict", advice: "" };
  if (status === 422 || status === 400) return { code: "validation", advice: "" };
  return { code: "server", advice: "Run again later; what is done already is found again." };
}
function isLimit(words, headers) {
  return String(headers["x-ratelimit-remaining"] ?? "") === "0" || headers["retry-after"] !== void 0 || /rate limit|abuse detection/i.test(words);
}
function limitAdvice(headers) {
  const seconds = Number(headers["retry-after"]);
  if (seconds > 0) return `Run again in ${Math.ceil(seconds / 60)} minutes.`;
  const reset = Number(headers["x-ratelimit-reset"]);
  const at = Number.isFinite(reset) && reset > 0 ? ` after ${new Date(reset * 1e3).toISOString()}` : " later";
  return `Run again${at}; what is done already is found again.`;
}
function forbiddenAdvice(words, rights) {
  if (/not permitted to create or approve/i.test(words)) {
    return "Allow it under Settings > Actions > General > Workflow permissions, or use the token of a GitHub App.";
  }
  if (/SAML|SSO/.test(words)) return "Authorize the token for the organisation's single sign-on.";
  return `The token needs ${rights} on the repository.`;
}
function githubWords(error) {
  const data = error.response?.data;
  const parts = [];
  if (typeof data === "object" && data !== null) {
    const { message, errors } = data;
    parts.push(message);
    if (Array.isArray(errors)) {
      for (const entry of errors) {
        const described = entry;
        if (typeof described === "string") parts.push(described);
        else parts.push(described?.message ?? [described?.field, described?.code].filter(Boolean).join(" "));
      }
    }
  } else if (!error.response) parts.push(causeWords(error));
  const text = parts.filter((part) => typeof part === "string" && part !== "").join(": ");
  return text.replaceAll(/\s+/g, " ").replace(/\.$/, "").slice(0, 500) || "no reason given";
}
function causeWords(error) {
  let current = error;
  for (let depth = 0; depth < 5; depth++) {
    if (typeof current.cause !== "object" || current.cause === null) break;
    current = current.cause;
  }
  const code = current.code;
  const message = typeof current.message === "string" && current.message !== "" ? current.message : "";
  return message || (typeof code === "string" ? code : "no answer");
}

export {
  createOctokit,
  githubFailure
};
