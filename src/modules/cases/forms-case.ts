import { z } from 'zod';
import { checkbox, optionalDate, optionalNumber, optionalText, optionalWord, requiredMoment, requiredText, word } from '#lib/forms.ts';
import { contactTopics } from '#modules/organisations/contact.ts';
import { ownerKey } from '#modules/organisations/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { caseStepNames, origins, outcomes, partyAccess, partyRoles } from './case.ts';
import { recommendationKinds, recommendationStepNames } from './recommendation.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optionalMail = z.preprocess(blankToUndefined, mailAddress.optional());
const optionalId = (message: string) => z.preprocess(blankToUndefined, z.uuid(message).optional());
const words = (message: string) => requiredText(message, 4000);

const nextStep = {
	nextStep: optionalText(300),
	nextStepOn: optionalDate()
};

/** `of`: whose matter it is; `ort`: the same as an office types it. What it comes from is named by id and looked up again. */
export const openCaseForm = z.object({
	of: z.preprocess(blankToUndefined, ownerKey.optional()),
	ort: optionalText(120),
	origin: word(origins, 'phone'),
	topic: optionalWord(contactTopics),
	title: requiredText('Bitte sagen, worum es geht, in ein paar Worten.', 160),
	summary: optionalText(4000),
	internalNote: optionalText(4000),
	partyName: optionalText(120),
	partyEmail: optionalMail,
	partyPhone: optionalText(60),
	partyRole: word(partyRoles, 'seeker'),
	partyAccess: word(partyAccess, 'shared'),
	message: optionalId('Diese Nachricht gibt es nicht mehr.'),
	space: optionalId('Dieses Haus gibt es nicht mehr.'),
	request: optionalId('Dieses Gesuch gibt es nicht mehr.'),
	group: optionalId('Diese Gruppe gibt es nicht mehr.'),
	...nextStep
});
export type OpenCaseInput = z.output<typeof openCaseForm>;

export const planForm = z.object({
	title: requiredText('Bitte sagen, worum es geht, in ein paar Worten.', 160),
	summary: optionalText(4000),
	topic: optionalWord(contactTopics),
	assigneeId: optionalId('Diese Person arbeitet hier nicht mehr.'),
	backupId: optionalId('Diese Person arbeitet hier nicht mehr.'),
	...nextStep
});
export type PlanInput = z.output<typeof planForm>;

export const caseStepForm = z.object({
	step: z.enum(caseStepNames as [string, ...string[]] as [(typeof caseStepNames)[number]], { error: 'Diesen Schritt gibt es nicht.' }),
	reason: optionalText(600),
	sleepUntil: optionalDate(),
	outcome: optionalWord(outcomes),
	lesson: optionalText(4000),
	assigneeId: optionalId('Diese Person arbeitet hier nicht mehr.'),
	...nextStep
});
export type CaseStepInput = z.output<typeof caseStepForm>;

/** `to`: a municipality as somebody types it, or the id of a network. */
export const handOverForm = z.object({
	ort: optionalText(120),
	networkId: optionalId('Dieses Netzwerk gibt es nicht mehr.'),
	reason: requiredText('Bitte sagen, warum. Alle Beteiligten lesen diesen Satz.', 600),
	withNotes: checkbox()
});
export type HandOverInput = z.output<typeof handOverForm>;

export const partyForm = z
	.object({
		name: requiredText('Bitte den Namen nennen.', 120),
		email: optionalMail,
		phone: optionalText(60),
		role: word(partyRoles, 'seeker'),
		access: word(partyAccess, 'shared')
	})
	.refine(({ email, access }) => access === 'none' || email, {
		path: ['email'],
		message: 'Wer mitlesen soll, braucht eine Mailadresse. Sonst bitte „nur vermerkt“ wählen.'
	});
export type PartyInput = z.output<typeof partyForm>;

export const noteForm = z.object({ text: words('Bitte etwas schreiben.') });

/** An address to read on: on this site or elsewhere, never anything that a browser would run. */
const readOn = z.preprocess(
	blankToUndefined,
	z
		.string()
		.trim()
		.max(500, 'Bitte höchstens 500 Zeichen.')
		.regex(/^(https?:\/\/[^\s]+|\/(?!\/)[^\s\\]*)$/, 'Bitte eine Adresse, die mit https:// beginnt, oder eine von hier, die mit / beginnt.')
		.optional()
);

export const recommendationForm = z.object({
	kind: word(recommendationKinds, 'advice'),
	text: words('Bitte sagen, was Sie empfehlen.'),
	href: readOn,
	contactPointId: optionalId('Diese Ansprechperson gibt es nicht mehr.'),
	partyId: optionalId('Diese Person ist nicht mehr beteiligt.'),
	dueOn: optionalDate()
});
export type RecommendationInput = z.output<typeof recommendationForm>;

export const recommendationStepForm = z.object({
	recommendationId: z.uuid('Diese Empfehlung gibt es nicht mehr.'),
	step: z.enum(recommendationStepNames as [string, ...string[]] as [(typeof recommendationStepNames)[number]], {
		error: 'Diesen Schritt gibt es nicht.'
	}),
	reason: optionalText(600)
});

export const viewingForm = z.object({
	viewingId: optionalId('Diesen Termin gibt es nicht mehr.'),
	title: requiredText('Bitte sagen, was stattfindet.', 160),
	startsAt: requiredMoment('Bitte Tag und Uhrzeit wählen.'),
	minutes: optionalNumber({ min: 10, max: 1440 }),
	place: requiredText('Bitte sagen, wo man sich trifft.', 300),
	note: optionalText(2000),
	capacity: optionalNumber({ min: 1, max: 500 }),
	/** For everybody to see, not for the parties alone. */
	isPublic: checkbox().optional()
});
export type ViewingInput = z.output<typeof viewingForm>;

export const viewingStepForm = z.object({
	viewingId: z.uuid('Diesen Termin gibt es nicht mehr.'),
	step: z.enum(['cancel', 'hold'], { error: 'Diesen Schritt gibt es nicht.' }),
	reason: optionalText(600)
});

export const viewingAnswerForm = z.object({
	viewingId: z.uuid('Diesen Termin gibt es nicht mehr.'),
	answer: z.enum(['yes', 'no'], { error: 'Bitte zusagen oder absagen.' }),
	people: optionalNumber({ min: 1, max: 50 })
});

export const publicAnswerForm = viewingAnswerForm.omit({ viewingId: true });

export const introductionForm = z.object({
	firstId: z.uuid('Bitte zwei Beteiligte wählen.'),
	secondId: z.uuid('Bitte zwei Beteiligte wählen.'),
	text: requiredText('Bitte sagen, warum die beiden miteinander sprechen sollten.', 1000)
});
export type IntroductionInput = z.output<typeof introductionForm>;

export const introductionAnswerForm = z.object({
	introductionId: z.uuid('Diesen Vorschlag gibt es nicht mehr.'),
	answer: z.enum(['yes', 'no'], { error: 'Bitte zusagen oder absagen.' })
});
