import { runCommandLine } from './run-command.ts';

process.exitCode = await runCommandLine(process.argv.slice(2));
