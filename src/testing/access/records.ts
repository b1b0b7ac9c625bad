import type { Commands } from './access.ts';

export const commands: Commands = {
	'append-entry': { allowed: 'system', why: 'called inside the command whose act it records' },
	'change-key': { allowed: 'system', why: 'the command line' },
	'close-days': { allowed: 'system', why: 'a job makes the heads of the days that are over' }
};
