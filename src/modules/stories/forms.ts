import { z } from 'zod';
import { optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { propertyTypes, uses } from '#modules/properties/vocabulary.ts';
import { storyStepNames, type StoryStep } from './story.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optionalId = (message: string) => z.preprocess(blankToUndefined, z.uuid(message).optional());

export const beginForm = z.object({ caseId: z.uuid('Diesen Fall gibt es nicht mehr.') });

export const storyForm = z.object({
	title: requiredText('Bitte einen Titel geben.', 160),
	lead: optionalText(400),
	text: optionalText(12_000),
	lesson: optionalText(2000),
	use: optionalWord(uses),
	propertyType: word(propertyTypes, 'unknown'),
	placeId: optionalId('Diesen Ort gibt es nicht mehr.')
});
export type StoryInput = z.output<typeof storyForm>;

export const turnForm = z.object({
	turnId: optionalId('Diese Hürde gibt es nicht mehr.'),
	hurdle: requiredText('Bitte sagen, was im Weg stand.', 1000),
	solution: requiredText('Bitte sagen, was half, oder was Sie heute anders machen würden.', 1000)
});
export type TurnInput = z.output<typeof turnForm>;
export const turnIdForm = z.object({ turnId: z.uuid('Diese Hürde gibt es nicht mehr.') });

export const voiceForm = z.object({
	voiceId: optionalId('Diese Stimme gibt es nicht mehr.'),
	said: requiredText('Bitte aufschreiben, was die Person sagt.', 600),
	name: requiredText('Bitte den Namen nennen, wie er dort stehen soll.', 120),
	role: requiredText('Bitte sagen, wer das ist, zum Beispiel „Eigentümerin“.', 120)
});
export type VoiceInput = z.output<typeof voiceForm>;
export const voiceIdForm = z.object({ voiceId: z.uuid('Diese Stimme gibt es nicht mehr.') });
export const releaseForm = voiceIdForm.extend({
	how: requiredText('Bitte sagen, wie die Person zugestimmt hat, zum Beispiel „per Mail am 3. Mai“.', 200)
});

export const pictureForm = z.object({ alt: optionalText(400), credit: optionalText(200) });
export type PictureInput = z.output<typeof pictureForm>;

export const storyStepForm = z.object({
	step: z.enum(storyStepNames as [StoryStep, ...StoryStep[]], { error: 'Diesen Schritt gibt es nicht.' })
});
