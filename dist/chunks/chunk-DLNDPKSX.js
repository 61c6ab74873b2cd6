import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/github/repository.ts
function readRemoteUrl(url) {
  const withScheme = /^(?<protocol>[a-z][a-z0-9+.-]*):\/\/(?<rest>.*)$/is.exec(url)?.groups;
  if (withScheme) {
    const { protocol = "", rest = "" } = withScheme;
    const slash = rest.indexOf("/");
    const authority = slash === -1 ? rest : rest.slice(0, slash);
    const path = slash === -1 ? "" : rest.slice(slash + 1);
    const at = authority.lastIndexOf("@");
    const host = authority.slice(at + 1).toLowerCase();
    const scheme = protocol.toLowerCase();
    return {
      host: scheme === "file" ? null : host,
      protocol: scheme,
      path: bare(path),
      shown: `${scheme}://${host}${slash === -1 ? "" : "/"}${path}`,
      secrets: at === -1 ? [] : credentials(authority.slice(0, at))
    };
  }
  const scp = /^(?:(?<user>[^@/:]+)@)?(?<host>\[[^\]]+\]|[^/:@\\]{2,}):(?<path>.*)$/s.exec(url)?.groups;
  if (scp) {
    const host = (scp["host"] ?? "").toLowerCase();
    const path = scp["path"] ?? "";
    return { host, protocol: "ssh", path: bare(path), shown: url, secrets: [] };
  }
  return { host: null, protocol: "file", path: bare(url), shown: url, secrets: [] };
}
function resolveRepository(env, remoteUrl) {
  const serverUrl = trimSlashes(env["GITHUB_SERVER_URL"] || "https://github.com");
  const host = hostOf(serverUrl);
  const apiUrl = apiUrlOf(env);
  const address = remoteUrl === null ? null : readRemoteUrl(remoteUrl);
  const fromRemote = address && isGitHubHost(address.host, host) ? ownerAndRepo(address.path) : null;
  const named = env["GITHUB_REPOSITORY"];
  if (named) {
    const given = ownerAndRepo(named);
    if (!given)
      return fail("bad-github-repository", `GITHUB_REPOSITORY is "${named}": it must read owner/repository.`);
    if (fromRemote && !sameRepository(given, fromRemote)) {
      return fail(
        "other-repository",
        `GITHUB_REPOSITORY names ${given.owner}/${given.repo}, but the remote is ${fromRemote.owner}/${fromRemote.repo}. Unset GITHUB_REPOSITORY or choose another remote with --remote.`
      );
    }
    return ok({ ...given, serverUrl, apiUrl });
  }
  if (!address) {
    return fail(
      "no-remote",
      "This repository has no remote. Add one (git remote add origin \u2026) or set GITHUB_REPOSITORY=owner/repository."
    );
  }
  if (!fromRemote) {
    return fail(
      "not-github",
      `The remote ${address.shown} is not a repository on ${host}. Choose another remote with --remote, or set GITHUB_REPOSITORY=owner/repository (and GITHUB_SERVER_URL for a GitHub Enterprise Server).`
    );
  }
  return ok({ ...fromRemote, serverUrl, apiUrl });
}
function apiUrlOf(env) {
  const serverUrl = trimSlashes(env["GITHUB_SERVER_URL"] || "https://github.com");
  const isPublic = hostOf(serverUrl) === "github.com";
  return trimSlashes(env["GITHUB_API_URL"] || (isPublic ? "https://api.github.com" : `${serverUrl}/api/v3`));
}
function repositoryOf(env, remote) {
  const named = resolveRepository(env, remote.url);
  if (named.ok || named.error.code !== "not-github") return named;
  const rewritten = resolveRepository(env, remote.reached);
  return rewritten.ok ? rewritten : named;
}
function isRepositoryUrl(env, remote) {
  return repositoryOf({ ...env, GITHUB_REPOSITORY: void 0 }, remote).ok;
}
function isGitHubHost(host, server) {
  if (host === null) return false;
  const name = withoutPort(host);
  return name === withoutPort(server) || name === `www.${server}` || name === `ssh.${server}`;
}
function ownerAndRepo(path) {
  const match = /^\/*(?<owner>[A-Za-z0-9][A-Za-z0-9_-]*)\/(?<repo>[A-Za-z0-9._-]+?)(?:\.git)?\/*$/.exec(path);
  const { owner, repo } = match?.groups ?? {};
  return owner && repo && repo !== "." && repo !== ".." ? { owner, repo } : null;
}
function sameRepository(a, b) {
  return `${a.owner}/${a.repo}`.toLowerCase() === `${b.owner}/${b.repo}`.toLowerCase();
}
function hostOf(url) {
  return readRemoteUrl(url).host ?? "";
}
function withoutPort(host) {
  return host.replace(/:\d+$/, "");
}
function bare(path) {
  return path.replace(/^\/+/, "").replace(/\/+$/, "").replace(/\.git$/, "");
}
function trimSlashes(url) {
  return url.replace(/\/+$/, "");
}
function credentials(userInfo) {
  const colon = userInfo.indexOf(":");
  const parts = colon === -1 ? [userInfo] : [userInfo, userInfo.slice(colon + 1)];
  return [...new Set(parts.flatMap((part) => [part, decode(part)]))].filter((part) => part.length > 3);
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function siblingUrl(url, from, to) {
  const at = url.toLowerCase().lastIndexOf(from.toLowerCase());
  return at === -1 ? null : `${url.slice(0, at)}${to}${url.slice(at + from.length)}`;
}

export {
  readRemoteUrl,
  resolveRepository,
  apiUrlOf,
  repositoryOf,
  isRepositoryUrl,
  hostOf,
  siblingUrl
};
