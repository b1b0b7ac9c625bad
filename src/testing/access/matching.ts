import { addWatch } from '#modules/matching/server/add-watch.ts';
import { beginTalk } from '#modules/matching/server/begin-talk.ts';
import { removeWatch } from '#modules/matching/server/remove-watch.ts';
import { takeUpMatch } from '#modules/matching/server/take-up-match.ts';
import { stepMatch } from '#modules/matching/server/step-match.ts';
import { cast } from '../cast.ts';
import { plantReleasedPair } from '../conversations.ts';
import { plantRequest } from '../requests.ts';
import { plantSpace } from '../spaces.ts';
import { signedIn, type Commands } from './access.ts';

export const commands: Commands = {
	'begin-talk': {
		allowed: ['maker', 'owner', 'editor', 'admin'],
		arrange: async ({ db, as }) => {
			const pair = await plantReleasedPair({ db, as });
			return (ctx) => beginTalk(ctx, { ...pair, text: 'Wann passt es?' });
		}
	},
	'step-match': {
		allowed: ['maker', 'owner', 'editor', 'admin'],
		arrange: async ({ db }) => {
			const space = await plantSpace(db, { property: { ownerPersonId: cast.hanna.id } });
			const request = await plantRequest(db);
			return (ctx) => stepMatch(ctx, { spaceId: space.id, requestId: request.id, step: 'interest' });
		}
	},
	'add-watch': {
		allowed: signedIn,
		arrange: async ({ db }) => {
			const { id } = await plantSpace(db);
			return (ctx) => addWatch(ctx, { kind: 'space', subjectId: id });
		}
	},
	'remove-watch': { allowed: signedIn, arrange: async () => (ctx) => removeWatch(ctx, { kind: 'space', subjectId: 'x' }) },
	'take-up-match': {
		allowed: ['maker', 'owner', 'editor', 'admin'],
		arrange: async ({ db }) => {
			const space = await plantSpace(db, { property: { ownerPersonId: cast.hanna.id } });
			const request = await plantRequest(db);
			return (ctx) => takeUpMatch(ctx, { spaceId: space.id, requestId: request.id, matchId: space.id });
		}
	},
	'match-missing': { allowed: 'system', why: 'a job at the start and once a day' },
	'store-matches': { allowed: 'system', why: 'part of the reactions' },
	'react-to-import': { allowed: 'system', why: 'a reaction' },
	'react-to-space': { allowed: 'system', why: 'a reaction' },
	'react-to-request': { allowed: 'system', why: 'a reaction' }
};
