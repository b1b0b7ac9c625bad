import type { Commands } from './access.ts';

export const commands: Commands = {
	'create-seal': { allowed: 'system', why: 'called inside the publication of a call' },
	'move-seal': { allowed: 'system', why: 'called where the deadline of a call moves' }
};
