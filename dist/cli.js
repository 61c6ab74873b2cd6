#!/usr/bin/env node
// src/cli/io.ts
const processClock = {
	now: () => new Date(),
	monotonic: () => performance.now(),
	after(milliseconds, act) {
		const timer = setTimeout(act, milliseconds).unref();
		return () => clearTimeout(timer);
	}
};
function processIo() {
	keepOnWithoutReader();
	return {
		cwd: process.cwd(),
		env: process.env,
		...processClock,
		get stdin() {
			return process.stdin;
		},
		stdout: process.stdout,
		stderr: process.stderr,
		signals: {
			on: (signal, listener) => void process.on(signal, listener),
			off: (signal, listener) => void process.off(signal, listener),
			raise: (signal) => void process.kill(process.pid, signal)
		},
		program: {
			node: process.execPath,
			script: process.argv[1] ?? ""
		}
	};
}
function keepOnWithoutReader() {
	process.stderr.on("error", () => {});
	process.stdout.on("error", (error) => {
		if (error.code === "EPIPE") return;
		process.stderr.write(`rotate-pr: the result cannot be written (${error.code ?? error.message})\n`);
		process.exit(2);
	});
}
// src/cli.ts
const args = process.argv.slice(2);
if (args[0] === "__complete") {
	const { runComplete } = await import("./import/cli-verbs-complete.js");
	process.stdout.write(runComplete(args.slice(1), process.cwd()));
} else {
	const { main } = await import("./import/cli-main.js");
	process.exitCode = await main(args, processIo());
}
export {};
