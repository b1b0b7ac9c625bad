import type { Commands } from './access.ts';

export const commands: Commands = {
	'create-seal': { allowed: 'system', why: 'called inside the publication of a call' },
	'drop-share': { allowed: 'system', why: 'called inside the commands in which somebody opens no more' },
	'move-seal': { allowed: 'system', why: 'called where the deadline of a call moves' },
	'hand-share': { allowed: 'system', why: 'called inside the command that asks who opens, and when' },
	'pass-share': { allowed: 'system', why: 'called inside the command that asks who opens' },
	'put-opener-key': { allowed: 'system', why: 'called inside the command in which an opener makes or tries a key' },
	'release-seal': { allowed: 'system', why: 'called inside the command that locks the points' }
};
