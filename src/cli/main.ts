import { runCommandLine } from './run-command.ts';

// Whoever reads through a pipe and has seen enough, as `head` does, closes it: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2));
