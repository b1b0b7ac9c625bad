import type { Commands } from './access.ts';

export const commands: Commands = {
	'append-entry': { allowed: 'system', why: 'called inside the command whose act it records' }
};
