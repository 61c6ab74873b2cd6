import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  environmentOfGit
} from "./chunk-DFJ5UGJM.js";

// src/git/client.ts
var OWN_ENVIRONMENT = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true
};
var SILENCE_MS = 10 * 6e4;
function gitClient(cwd, env = {}, silenceMs = SILENCE_MS) {
  return {
    async run(args) {
      const { GitPluginError, simpleGit } = await import("./dist-EKHLRQ27.js");
      const environment = environmentOfGit(env);
      const ended = { status: 0, stdout: "", stderr: "" };
      const git = simpleGit({
        baseDir: cwd,
        timeout: { block: silenceMs },
        unsafe: OWN_ENVIRONMENT,
        allowEnvironment: Object.keys(environment),
        errors(error, result) {
          ended.status = result.exitCode;
          ended.stdout = Buffer.concat(result.stdOut).toString("utf8");
          ended.stderr = Buffer.concat(result.stdErr).toString("utf8");
          return result.exitCode > 0 && !(error instanceof GitPluginError) ? void 0 : error;
        }
      });
      try {
        await git.env(environment).raw([...args]);
      } catch (error) {
        if (!(error instanceof GitPluginError && error.plugin === "timeout")) throw error;
        return {
          ...ended,
          status: 124,
          stderr: `Operation timed out: no word for ${silenceMs / 1e3} seconds`
        };
      }
      return ended;
    }
  };
}

export {
  gitClient
};
