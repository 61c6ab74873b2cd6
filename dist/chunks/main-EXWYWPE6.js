import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  PARSING,
  explainUsage,
  findMistake,
  yargs_default
} from "./chunk-XWGRPMEX.js";
import {
  COMMANDS
} from "./chunk-CMW5EXJC.js";
import {
  keepLast,
  readVersion
} from "./chunk-VR4ZXF2Q.js";
import "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-YRXO237O.js";
import "./chunk-LVIGNXGC.js";

// src/cli/main.ts
var GENERAL_EXAMPLES = [
  ["$0 audit --due", "what is overdue, and why"],
  ["$0 plan -n my-namespace-dev", "the pull request that would be opened"]
];
var EPILOGUE = "Exit codes: 0 done; 1 done, with findings; 2 could not run; 130 stopped with Ctrl-C. Each command has a --help of its own.";
async function main(args) {
  quietPipes();
  let run = null;
  let usage = findMistake(args);
  const parser = yargs_default([...args]).scriptName("rotate-pr").usage("$0 <command> [options]\n\nRotates credentials of the environments repository by pull requests.").middleware(keepLast).command(
    COMMANDS.map(
      toModule((chosen) => {
        run = chosen;
      })
    )
  ).epilogue(EPILOGUE).example(GENERAL_EXAMPLES.map(([command, description]) => [command, description])).version(readVersion()).help().alias("help", "h").strict().recommendCommands().wrap(Math.min(100, process.stdout.columns || 80)).exitProcess(false).parserConfiguration(PARSING).fail((message, error) => {
    usage ??= message ?? String(error);
  });
  await parser.parseAsync();
  if (usage !== null) {
    process.stderr.write(explainUsage(usage, args));
    return 2;
  }
  if (run === null) return 0;
  try {
    return await run();
  } catch (error) {
    const { explainCrash } = await import("./crash-R4YW5QKJ.js");
    process.stderr.write(explainCrash(error, process.env));
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
      handler: (given) => choose(() => run(given))
    };
  };
}
function quietPipes() {
  process.stderr.on("error", () => {
  });
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`rotate-pr: the result cannot be written (${error.code ?? error.message})
`);
    process.exit(2);
  });
}
export {
  main
};
