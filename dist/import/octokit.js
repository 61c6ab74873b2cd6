export { Octokit } from "../lib/octokit.js";
