import { Logger } from 'graphile-worker';
import { pino } from 'pino';

const asked = process.env.LOG_LEVEL || 'info';

/** One JSON line per thing worth knowing, on standard error, so that standard output stays for people. Never holds an IP address. */
export const log = pino(
	{
		level: asked === 'silent' || asked in pino.levels.values ? asked : 'info',
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime
	},
	pino.destination({ dest: 2, sync: true })
);

/** The worker's words in our log; what it says at `info` is of no interest to people at a terminal. */
export const workerLog = new Logger(() => (level, message, meta) => {
	if (level === 'error') log.error({ meta }, message);
	else if (level === 'warning') log.warn(message);
	else log.debug(message);
});
