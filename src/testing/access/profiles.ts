import { beginProfile } from '#modules/profiles/server/begin-profile.ts';
import { movePart } from '#modules/profiles/server/move-part.ts';
import { publishProfile } from '#modules/profiles/server/publish-profile.ts';
import { releaseVoice } from '#modules/profiles/server/release-voice.ts';
import { removePart } from '#modules/profiles/server/remove-part.ts';
import { returnToVersion } from '#modules/profiles/server/return-to-version.ts';
import { savePart } from '#modules/profiles/server/save-part.ts';
import { angermuende } from '../cast.ts';
import { writeProfile } from '../profiles.ts';
import type { Commands } from './access.ts';

const own = ['editor', 'office', 'admin'] as const;
const slug = 'angermuende';

export const commands: Commands = {
	'begin-profile': { allowed: own, arrange: async () => (ctx) => beginProfile(ctx, angermuende) },
	'move-part': {
		allowed: own,
		arrange: async (stage) => {
			const [, id = ''] = await writeProfile(stage);
			return (ctx) => movePart(ctx, { slug, id, up: false });
		}
	},
	'publish-profile': {
		allowed: own,
		arrange: async (stage) => {
			await writeProfile(stage);
			return (ctx) => publishProfile(ctx, { slug });
		}
	},
	'release-voice': {
		allowed: own,
		arrange: async ({ as }) => {
			const id = await savePart(as('ines'), { slug, kind: 'voice', data: { text: 'Gut so.', name: 'Hanne', function: 'Nachbarin' } });
			return (ctx) => releaseVoice(ctx, { slug, id, released: true, version: 1 });
		}
	},
	'remove-part': {
		allowed: own,
		arrange: async (stage) => {
			const [, id = ''] = await writeProfile(stage);
			return (ctx) => removePart(ctx, { slug, id });
		}
	},
	'return-to-version': {
		allowed: own,
		arrange: async (stage) => {
			await writeProfile(stage);
			await publishProfile(stage.as('ines'), { slug });
			return (ctx) => returnToVersion(ctx, { slug, number: 1 });
		}
	},
	'save-part': { allowed: own, arrange: async () => (ctx) => savePart(ctx, { slug, kind: 'fact', data: { title: 'Zwei Gleise' } }) },
	'sweep-profile-files': { allowed: 'system', why: 'the nightly job; takes away only what no page, draft or version names' },
	'withhold-profile': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
