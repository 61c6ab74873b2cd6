import { FetchError, GitError, ownershipAdvice } from "./audit.js";
import { redact, secretForms } from "./open.js";
// src/cli/crash.ts
function explainCrash(error, env) {
	const secrets = [env["GITHUB_TOKEN"], env["GH_TOKEN"]].flatMap((token) => token ? secretForms(token) : []);
	return redact(`rotate-pr: ${describe(error)}\n`, secrets);
}
function describe(error) {
	if (error instanceof GitError) return ownershipAdvice(error.stderr) ?? error.message;
	if (error instanceof FetchError) return error.message;
	if (!(error instanceof Error)) return String(error);
	if (/spawn git ENOENT/.test(error.message)) return "git was not found: install it, and see that it is on the PATH.";
	if ("syscall" in error) return error.message;
	return `this is a mistake in rotate-pr, please report it: ${error.stack ?? error.message}`;
}
export { explainCrash };
