import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { lifecycleStates, propertyTypes } from '#modules/properties/vocabulary.ts';
import type { Selection } from './campaign.ts';
import { parseShare } from './owner.ts';
import { callbacks, plans, showings } from './reply.ts';
import * as words from './vocabulary.ts';

const orNull = <T>(value: T | undefined): T | null => value ?? null;
const text = (max = 200) => optionalText(max).transform(orNull);
const day = () => optionalDate().transform(orNull);
const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const email = z.preprocess(blankToUndefined, z.email('Bitte eine vollständige E-Mail-Adresse.').max(200).optional());
const requiredDay = (message: string) =>
	optionalDate().transform((value, ctx) => {
		if (value !== undefined) return value;
		ctx.addIssue(message);
		return z.NEVER;
	});
const oneOf = <K extends string>(options: Record<K, string>, message: string) =>
	z.preprocess(blankToUndefined, z.enum(Object.keys(options) as [K, ...K[]], { error: message }));
const several = <K extends string>(options: Record<K, string>) =>
	many(z.enum(Object.keys(options) as [K, ...K[]], { error: 'Bitte Einträge aus der Liste wählen.' })).transform((chosen) => [
		...new Set(chosen)
	]);

export const ags = z.string().regex(/^\d{8}$/, 'Der Gemeindeschlüssel hat acht Ziffern.');

export const ownerForm = z.object({
	kind: word(words.ownerKinds, 'unknown'),
	name: requiredText('Bitte den Namen eintragen.', 120),
	representative: text(120),
	street: text(120),
	postalCode: text(12),
	city: text(80),
	country: text(60),
	email: email.transform(orNull),
	phone: text(40),
	preferredChannel: word(words.channels, 'unknown'),
	distance: word(words.distances, 'unknown'),
	legalBasis: oneOf(words.legalBases, 'Auf welcher Grundlage? Ohne sie darf nichts gespeichert werden.'),
	origin: requiredText('Woher stammen die Angaben? Das muss später auch der Person gesagt werden.', 200),
	purgeOn: requiredDay('Wann soll das gelöscht werden?'),
	note: text(2000)
});
export type OwnerInput = z.output<typeof ownerForm>;

export const ownershipForm = z.object({
	rank: word(words.ranks, 'primary'),
	right: word(words.rights, 'ownership'),
	share: text(20).refine(
		(share) => share === null || parseShare(share) !== null,
		'Bitte als Bruch oder in Prozent, zum Beispiel 1/3 oder 25 %.'
	),
	since: day(),
	until: day()
});
export type OwnershipInput = z.output<typeof ownershipForm>;

export const attitudeForm = z.object({
	attitude: word(words.attitudes, 'not_reached'),
	attitudeSource: optionalWord(words.attitudeSources).transform(orNull),
	attitudeOn: day(),
	adviceNeeds: several(words.adviceNeeds)
});
export type AttitudeInput = z.output<typeof attitudeForm>;

export const blockForm = z.object({ reason: requiredText('Bitte in einem Satz sagen, warum und wie das gesagt wurde.', 300) });
export const causeForm = z.object({ cause: oneOf(words.vacancyReasons, 'Bitte einen Grund wählen.'), words: text(500) });

export const senderForm = z.object({
	name: requiredText('Wer schreibt? Zum Beispiel Stadt Angermünde.', 80),
	unit: requiredText('Welche Stelle?', 80),
	street: requiredText('Bitte Straße und Hausnummer.', 80),
	postalCode: z
		.string({ error: 'Bitte fünf Ziffern.' })
		.trim()
		.regex(/^\d{5}$/, 'Bitte fünf Ziffern, zum Beispiel 16278.'),
	city: requiredText('Bitte den Ort.', 60),
	phone: requiredText('Eine Nummer für Rückfragen: Viele rufen lieber an.', 40),
	email: z.email('Bitte eine vollständige E-Mail-Adresse.').max(120),
	protection: requiredText('Wer antwortet auf Fragen zum Datenschutz?', 300),
	authority: requiredText('Wo kann man sich beschweren?', 300)
});
export type SenderInput = z.output<typeof senderForm>;

export const campaignForm = z.object({
	name: requiredText('Wie heißt das Anschreiben bei Ihnen?', 120),
	goal: text(300),
	subject: requiredText('Was steht im Betreff?', 160),
	text: requiredText('Was steht im Brief?', 4000),
	signatory: requiredText('Wer unterschreibt?', 80),
	signatoryRole: text(80),
	replyBy: requiredDay('Bis wann bitten Sie um Antwort?'),
	withCosts: checkbox(),
	lifecycle: several(lifecycleStates),
	kinds: several(propertyTypes),
	attitudes: several(words.attitudes),
	reasons: several(words.vacancyReasons),
	vacantYears: optionalNumber({ min: 0, max: 300 }).transform(orNull),
	includeRecent: checkbox()
});
export type CampaignInput = z.output<typeof campaignForm>;

export const selectionOf = ({ lifecycle, kinds, attitudes, reasons, vacantYears, includeRecent }: CampaignInput): Selection => ({
	...{ lifecycle, kinds, attitudes, reasons, vacantYears, includeRecent }
});

const replyFields = {
	standing: word(words.standings, 'owner'),
	plan: oneOf(plans, 'Bitte eine Antwort wählen. „Ich weiß es noch nicht“ ist auch eine.'),
	showing: word(showings, 'unsaid'),
	adviceNeeds: several(words.adviceNeeds),
	callback: word(callbacks, 'none'),
	phone: optionalText(40),
	email,
	message: optionalText(2000)
};
type Reachable = { callback: keyof typeof callbacks; plan: keyof typeof plans; phone?: string; email?: string };
const canPhone = (reply: Reachable) => reply.plan === 'leave_alone' || reply.callback !== 'phone' || reply.phone !== undefined;
const canMail = (reply: Reachable) => reply.plan === 'leave_alone' || reply.callback !== 'mail' || reply.email !== undefined;

/** How far the yes of an answer reaches, when it is written down as a consent. */
export const replyConsentForm = z.object({
	scope: z.enum(['network', 'public_blurred', 'public'], { error: 'Bitte sagen, wie weit die Einwilligung reicht.' })
});

/** What somebody answers with the code of their letter. */
export const replyForm = z
	.object(replyFields)
	.refine(canPhone, { path: ['phone'], message: 'Unter welcher Nummer?' })
	.refine(canMail, { path: ['email'], message: 'An welche Adresse?' });
export type ReplyInput = z.output<typeof replyForm>;

/** The same, told to the clerk another way. */
export const notedReplyForm = replyForm.and(z.object({ via: word(words.toldChannels, 'phone') }));
export type NotedReplyInput = z.output<typeof notedReplyForm>;

export const returnForm = z.object({ reason: word(words.returnReasons, 'other') });

const cost = () => optionalNumber({ min: 0, max: 1e6 });
/** Amounts somebody tries in the calculation of holding costs; what makes no sense is passed over. */
export const costQuery = z.object({
	propertyTax: cost().catch(undefined),
	insurance: cost().catch(undefined),
	maintenance: cost().catch(undefined),
	security: cost().catch(undefined),
	winterService: cost().catch(undefined),
	other: cost().catch(undefined)
});

/** What the search for owners is asked. */
export const ownerQuery = z.object({
	ags: ags.optional().catch(undefined),
	q: optionalText(100).catch(undefined),
	ohne: z.literal('kontakt').optional().catch(undefined),
	seite: z.coerce.number().int().min(1).max(100_000).catch(1)
});
