import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, requiredText, word } from '#lib/forms.ts';
import { seatFunctions, type SeatFunction } from '#modules/organisations/seat.ts';
import { askKinds, type Ask, type AskKind } from '#modules/people/ask.ts';
import { whyNotAccent } from './accent.ts';
import { audiences, type Audience } from './inquiry.ts';
import { defaultValuesDays } from './values.ts';
import { networkRoles, opennesses, phases, tiers } from './vocabulary.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const email = z.email('Bitte eine vollständige E-Mail-Adresse, zum Beispiel buero@netzwerk.de.').max(200);

const accent = z
	.string()
	.trim()
	.toLowerCase()
	.superRefine((hex, issues) => {
		const message = whyNotAccent(hex);
		if (message) issues.addIssue({ code: 'custom', message });
	});

export const newNetworkForm = z.object({
	name: requiredText('Wie heißt das Netzwerk?', 80),
	openness: word(opennesses, 'membership')
});
export type NewNetwork = z.output<typeof newNetworkForm>;

/** Face and frame. The fee is typed in euro and kept in cents. */
export const networkForm = z.object({
	name: requiredText('Wie heißt das Netzwerk?', 80),
	tagline: optionalText(120),
	summary: optionalText(500),
	phase: word(phases, 'closed'),
	accent,
	stateCode: z.preprocess(
		blankToUndefined,
		z
			.string()
			.regex(/^\d{2}$/, 'Bitte ein Land aus der Liste wählen.')
			.optional()
	),
	host: z.preprocess(
		blankToUndefined,
		z
			.string()
			.trim()
			.toLowerCase()
			.max(200)
			.regex(
				/^(?=.{4,})([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
				'Bitte nur den Rechnernamen, zum Beispiel www.netzwerk.de.'
			)
			.optional()
	),
	fee: optionalNumber({ max: 100_000 }),
	senderName: optionalText(80),
	senderEmail: z.preprocess(blankToUndefined, email.optional()),
	responsible: optionalText(2000),
	privacy: optionalText(4000),
	version: z.coerce.number().int()
});
export type NetworkInput = z.output<typeof networkForm>;

export const logoForm = z.object({ alt: requiredText('Bitte in Worten sagen, was auf dem Logo steht.', 160) });

export const valuesForm = z.object({
	text: requiredText('Bitte den Wortlaut der Werte eintragen.', 12_000),
	change: optionalText(400),
	days: z.preprocess(
		(value) => (value === undefined || value === '' ? defaultValuesDays : Number(value)),
		z.int('Bitte eine ganze Zahl von Tagen.').min(14, 'Bitte mindestens 14 Tage.').max(730, 'Bitte höchstens 730 Tage.')
	)
});
type Values = z.output<typeof valuesForm>;
export type ValuesInput = Omit<Values, 'days'> & Partial<Pick<Values, 'days'>>;

export const roleForm = z
	.object({
		role: word(networkRoles, 'editor'),
		name: requiredText('Bitte den Namen eintragen.', 120),
		/** The address of an account, when this person shall work here. */
		email: z.preprocess(blankToUndefined, email.optional()),
		function: optionalText(160),
		region: optionalText(120),
		topic: optionalText(120),
		statement: optionalText(600),
		startsOn: optionalDate(),
		endsOn: optionalDate(),
		isReleased: checkbox(),
		internalNote: optionalText(1000)
	})
	.refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
		path: ['endsOn'],
		message: 'Das Ende liegt vor dem Beginn.'
	});
export type RoleInput = z.output<typeof roleForm>;

/** The words beside the form; kept with every subscription as they were agreed to. */
export const consentText = (name: string): string =>
	`Ja, ${name} darf mir schreiben, sobald die Aufnahme öffnet oder es Neues für Vorgemerkte gibt. Abmelden geht jederzeit mit einem Klick.`;

export const subscribeForm = z.object({
	email: z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), email),
	organisation: optionalText(160),
	consent: checkbox().refine((agreed) => agreed, 'Ohne Ihr Einverständnis dürfen wir nicht schreiben. Bitte ankreuzen.'),
	/** People do not see this field; machines fill it in. */
	website: z.string().max(200).optional()
});
export type SubscribeInput = z.output<typeof subscribeForm>;

/** What an organisation says of itself in a network; one contribution a line. */
export const partnerForm = z.object({
	mission: optionalText(600),
	actionFields: many(z.string().max(120)),
	contributions: z.preprocess(
		(value) => (typeof value === 'string' ? value.split('\n').map((line) => line.trim()) : value),
		z
			.array(z.string().max(160, 'Bitte je Beitrag höchstens 160 Zeichen.'))
			.transform((lines) => lines.filter(Boolean))
			.refine((lines) => lines.length <= 8, 'Bitte höchstens acht Beiträge.')
	)
});
export type PartnerInput = z.output<typeof partnerForm>;

export const membershipForm = z.object({
	tier: word(tiers, 'member'),
	joinedOn: optionalDate(),
	feePaidOn: optionalDate(),
	internalNote: optionalText(2000)
});
export type MembershipInput = z.output<typeof membershipForm>;

const someMinutes = 'Bitte zwischen 1 und 240 Minuten.';
const seatWords = Object.keys(seatFunctions) as [SeatFunction, ...SeatFunction[]];

/** A question to those who belong. `options`: one in each line; they get their ids by position. */
export const inquiryForm = z
	.object({
		title: requiredText('Bitte die Frage in einem Satz stellen.', 120),
		text: optionalText(2000),
		kind: word(askKinds, 'yes_no'),
		options: optionalText(2000),
		several: checkbox(),
		confirm: optionalText(60),
		minutes: z.coerce.number(someMinutes).int(someMinutes).min(1, someMinutes).max(240, someMinutes),
		dueOn: optionalDate().pipe(z.string({ error: 'Bitte sagen, bis wann Sie die Antwort brauchen.' })),
		group: word(audiences, 'members'),
		organisationId: z.preprocess(blankToUndefined, z.uuid('Bitte eine Organisation wählen.').optional()),
		functions: many(z.enum(seatWords))
	})
	.superRefine(({ kind, options, group, organisationId, functions }, ctx) => {
		const say = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
		const lines = optionLines(options);
		if (kind === 'choose' && (lines.length < 2 || lines.length > 20))
			say('options', 'Bitte zwei bis zwanzig Möglichkeiten, eine in jeder Zeile.');
		if (kind === 'choose' && lines.some((line) => line.length > 120)) say('options', 'Bitte höchstens 120 Zeichen in einer Zeile.');
		if (group === 'organisation' && !organisationId) say('organisationId', 'Bitte eine Organisation wählen.');
		if ((group === 'members' || group === 'organisation') && !functions.length)
			say('functions', 'Bitte mindestens eine Funktion wählen, die gefragt wird.');
	})
	.transform(({ kind, options, several, confirm, group, organisationId, functions, ...input }) => ({
		...input,
		text: input.text ?? '',
		ask: askOf({ kind, lines: optionLines(options), several, confirm }),
		audience: { group, functions, ...(group === 'organisation' && { organisationId }) } satisfies Audience
	}));
export type InquiryInput = z.output<typeof inquiryForm>;

function optionLines(text: string | undefined): string[] {
	const lines = (text ?? '').split('\n').map((line) => line.trim());
	return [...new Set(lines.filter(Boolean))];
}

function askOf({ kind, lines, several, confirm }: { kind: AskKind; lines: string[]; several: boolean; confirm: string | undefined }): Ask {
	if (kind === 'choose') return { kind, several, options: lines.map((text, n) => ({ id: `o${n + 1}`, text })) };
	if (kind === 'confirm') return { kind, text: confirm ?? 'Zur Kenntnis genommen' };
	return { kind };
}
