import { z } from 'zod';
import { many, optionalDate, optionalNumber, optionalText, requiredText, word } from '#lib/forms.ts';
import { viewingForm } from '#modules/cases/forms-case.ts';
import { ownerKey } from '#modules/organisations/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { degree } from '#modules/properties/details-form.ts';
import { consentStepNames, ratings, type ConsentStep } from './stop.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const stopId = z.uuid('Diesen Halt gibt es nicht mehr.');
const words = () => optionalText(2000);
const minutes = () => optionalNumber({ min: 1, max: 240 });

/** Without `caseId` a case is opened for it: `of` or `ort` say for which municipality. */
export const tourForm = viewingForm.omit({ viewingId: true }).extend({
	of: z.preprocess(blankToUndefined, ownerKey.optional()),
	ort: optionalText(120),
	caseId: z.preprocess(blankToUndefined, z.uuid('Diesen Fall gibt es nicht mehr.').optional()),
	guides: optionalText(300)
});
export type TourInput = z.output<typeof tourForm>;

export const guidesForm = z.object({ guides: requiredText('Bitte sagen, wer führt.', 300) });

const coordinate = (min: number, max: number) =>
	z.preprocess(
		(value) => (typeof value === 'string' ? (value.trim() ? (degree(value) ?? Number.NaN) : undefined) : value),
		z
			.number({ error: 'Bitte in Grad, zum Beispiel 53,0142.' })
			.min(min, 'Dieser Ort liegt nicht in Deutschland.')
			.max(max, 'Dieser Ort liegt nicht in Deutschland.')
			.optional()
	);

export const freeStopForm = z
	.object({
		title: requiredText('Bitte sagen, wo das ist, zum Beispiel „Rathaus, Treffpunkt“.', 160),
		lat: coordinate(47, 56),
		lon: coordinate(5, 16),
		minutes: minutes()
	})
	.refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
		path: ['lat'],
		message: 'Bitte Breite und Länge angeben, oder beides weglassen.'
	});
export const houseStopForm = z.object({ propertyId: z.uuid('Dieses Haus gibt es nicht mehr.') });
export type StopInput = z.output<typeof houseStopForm> | z.output<typeof freeStopForm>;

export const stopWordsForm = z.object({
	stopId,
	minutes: minutes(),
	publicWords: words(),
	guestWords: words(),
	internalNote: words()
});
export type StopWords = z.output<typeof stopWordsForm>;

export const moveStopForm = z.object({
	stopId,
	move: z.enum(['up', 'down', 'remove'], { error: 'Bitte sagen, wohin der Halt soll.' })
});

/** The ids of all stops, in their new order. */
export const sortForm = z.object({ order: many(stopId) });

export const consentForm = z.object({
	stopId,
	step: z.enum(consentStepNames as [ConsentStep, ...ConsentStep[]], { error: 'Diesen Schritt gibt es nicht.' }),
	whom: optionalText(160),
	on: optionalDate()
});
export type ConsentInput = z.output<typeof consentForm>;

export const interestForm = z.object({
	stopId,
	answer: z.enum(['yes', 'no'], { error: 'Bitte ja oder nein wählen.' }),
	text: optionalText(1000)
});

/** What was written on the sheet. */
export const paperInterestForm = z.object({
	stopId,
	name: requiredText('Bitte den Namen vom Blatt abschreiben.', 120),
	email: z.preprocess(blankToUndefined, mailAddress.optional()),
	text: optionalText(1000)
});
export type PaperInterest = z.output<typeof paperInterestForm>;

/** `caseId`: a case that is open already; without it a new one. */
export const interestStepForm = z.object({
	interestId: z.uuid('Dieses Interesse gibt es nicht mehr.'),
	step: z.enum(['follow', 'drop'], { error: 'Diesen Schritt gibt es nicht.' }),
	caseId: z.preprocess(blankToUndefined, z.uuid('Diesen Fall gibt es nicht mehr.').optional())
});
export type InterestStepInput = z.output<typeof interestStepForm>;

export const feedbackForm = z.object({ rating: word(ratings, 'good'), text: optionalText(2000) });
export type FeedbackInput = z.output<typeof feedbackForm>;

export const resultsForm = z.object({
	came: many(z.uuid('Diese Person steht nicht auf der Liste.')),
	walkIns: optionalNumber({ min: 0, max: 500 }),
	lesson: optionalText(4000)
});
export type ResultsInput = z.output<typeof resultsForm>;
