import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  count,
  listWords
} from "./chunk-Y65K6MQG.js";

// src/action/messages.ts
var sentences = {
  unknownCommand: (given, known) => `Input command takes one of ${known.join(", ")}, not ${JSON.stringify(given)}.`,
  formatWithoutOutput: "Input format says how the file of the input output is written: give both, or neither.",
  notOfCommand: (name, command, owner) => `Input ${name} is for the command ${owner}, and this is ${command}.`,
  badNumber: (given) => `Input pull-request takes the number of a pull request, not ${JSON.stringify(given)}.`,
  noNumber: "There is no pull request in the event of this workflow: run it on pull_request (types: closed), or give its number in the input pull-request.",
  badEvent: (reason) => `The event of this workflow cannot be read (${reason}).`,
  missingToken: "The input token is empty. Its default is the token of the workflow; a secret that is not set, or is not given to workflows of a fork, is empty too.",
  notCheckedOut: "Does actions/checkout stand before this step?",
  failedRequests: (failed, all) => `${failed} of ${count(all, "pull request")} failed: the summary of the job says why.`,
  failedBoxes: (failed) => `${count(failed, "part")} of the dashboard failed: the summary of the job says why.`,
  stopped: "GitHub takes no more requests now, or refused the token: run it again later to finish.",
  findings: (failOn, { summary: { byState }, problems }) => {
    const found = {
      due: listWords([
        ...byState.due > 0 ? [`${count(byState.due, "credential")} due`] : [],
        ...byState.never > 0 ? [`${count(byState.never, "credential")} never rotated`] : []
      ]),
      blocked: `${count(byState.blocked, "credential")} to be mended first`,
      problems: count(problems.length, "problem")
    };
    return `Found ${found[failOn]} (fail-on: ${failOn}).`;
  },
  cutOutput: (left) => `The output pull-requests leaves out ${count(left, "pull request")}: it would be larger than GitHub takes.`,
  written: (path) => `The audit is written to ${path}.`,
  afterMerge: {
    commented: (number, pages) => `The steps after the merge stand on #${number} now${pages === 1 ? "" : `, in ${pages} comments`}.`,
    unchanged: (number) => `The steps after the merge stand on #${number} already: nothing to do.`,
    "not-ours": (number) => `#${number} is no pull request of rotate-pr: nothing to do.`,
    "not-merged": (number) => `#${number} is not merged: nothing to do.`,
    gone: (number) => `Nothing of what #${number} rotated is in its merge commit: nothing to do.`,
    title: (number) => `After the merge of #${number}`
  }
};

export {
  sentences
};
