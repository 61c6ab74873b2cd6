export { gitHubOf, hostOf, isLoopback, isRepositoryUrl, readRemoteUrl, repositoryOf, resolveRepository, siblingUrl } from "../open.js";
