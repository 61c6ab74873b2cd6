import type { SimpleGit } from 'simple-git';
import { environmentOfGit } from './environment.ts';

/** How a git command ended. Any status is a value here: the caller knows what it means. */
export interface GitRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GitClient {
  /** Runs one git command to its end; only a git that can't be started throws. */
  run(args: readonly string[]): Promise<GitRun>;
}

/**
 * simple-git refuses these names in an environment that it is handed, lest a web request choose them. Here they are
 * the user's own (VS Code sets GIT_ASKPASS, an Action GIT_CONFIG_COUNT), and git itself obeys them anyway.
 */
const OWN_ENVIRONMENT = {
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
  allowUnsafeUrlRewrite: true,
};

/** A remote that says nothing for this long is given up. */
const SILENCE_MS = 10 * 60_000;

/**
 * git for talking to remotes and reading configuration, by simple-git. It never asks on the terminal.
 *
 * @param env variables over those of this process; secrets travel here and nowhere else
 * @param silenceMs a git that says nothing for this long is ended; status 124 then
 */
export function gitClient(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  silenceMs = SILENCE_MS,
): GitClient {
  return {
    async run(args) {
      const { GitPluginError, simpleGit } = await import('simple-git');
      const environment = environmentOfGit(env);
      const ended = { status: 0, stdout: '', stderr: '' };
      const git: SimpleGit = simpleGit({
        baseDir: cwd,
        timeout: { block: silenceMs },
        unsafe: OWN_ENVIRONMENT,
        allowEnvironment: Object.keys(environment),
        errors(error, result) {
          ended.status = result.exitCode;
          ended.stdout = Buffer.concat(result.stdOut).toString('utf8');
          ended.stderr = Buffer.concat(result.stdErr).toString('utf8');
          // A status of git's own is a value; a timeout, and a git that could not be started (below 0), are not.
          return result.exitCode > 0 && !(error instanceof GitPluginError) ? undefined : error;
        },
      });
      try {
        await git.env(environment).raw([...args]);
      } catch (error) {
        if (!(error instanceof GitPluginError && error.plugin === 'timeout')) throw error;
        return {
          ...ended,
          status: 124,
          stderr: `Operation timed out: no word for ${silenceMs / 1000} seconds`,
        };
      }
      return ended;
    },
  };
}
