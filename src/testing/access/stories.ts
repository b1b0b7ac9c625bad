import { beginStory } from '#modules/stories/server/begin-story.ts';
import { beginStoryOfHouse } from '#modules/stories/server/begin-story-of-house.ts';
import { saveTurn } from '#modules/stories/server/change-turns.ts';
import { saveVoice } from '#modules/stories/server/change-voices.ts';
import { saveStory } from '#modules/stories/server/save-story.ts';
import { removePicture } from '#modules/stories/server/set-picture.ts';
import { stepStory } from '#modules/stories/server/step-story.ts';
import { recordHouse } from '../houses.ts';
import { plantStory, storyInput, turn } from '../stories.ts';
import type { Commands } from './access.ts';

const desk = ['editor', 'admin'] as const;

/** Stories: who works on the case that they come from. */
export const commands: Commands = {
	'begin-story': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantStory(stage);
			return (ctx) => beginStory(ctx, { caseId: id });
		}
	},
	'begin-story-of-house': {
		allowed: desk,
		arrange: async ({ as }) => {
			const { id } = await recordHouse(as('ines'));
			const told = {
				propertyId: id,
				placeId: null,
				outcome: 'let',
				title: 'Die Schule: vom Aufruf bis zur Eröffnung',
				lesson: ''
			} as const;
			return (ctx) => beginStoryOfHouse(ctx, told);
		}
	},
	'save-story': {
		allowed: desk,
		arrange: async (stage) => {
			const { storyId } = await plantStory(stage);
			return (ctx) => saveStory(ctx, { id: storyId, input: storyInput() });
		}
	},
	'change-turns': {
		allowed: desk,
		arrange: async (stage) => {
			const { storyId } = await plantStory(stage);
			return (ctx) => saveTurn(ctx, { id: storyId, input: turn });
		}
	},
	'change-voices': {
		allowed: desk,
		arrange: async (stage) => {
			const { storyId } = await plantStory(stage);
			return (ctx) => saveVoice(ctx, { id: storyId, input: { said: 'Es geht.', name: 'Hanna', role: 'Eigentümerin' } });
		}
	},
	'set-picture': {
		allowed: desk,
		arrange: async (stage) => {
			const { storyId } = await plantStory(stage);
			return (ctx) => removePicture(ctx, { id: storyId });
		}
	},
	'step-story': {
		allowed: desk,
		arrange: async (stage) => {
			const { storyId } = await plantStory(stage);
			return (ctx) => stepStory(ctx, { id: storyId, step: 'publish' });
		}
	},
	'sweep-story-files': { allowed: 'system', why: 'a job every night' },
	'withhold-story': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
