import { z } from 'zod';
import { checkbox, optionalDate, optionalNumber, optionalText, requiredText, word } from '#lib/forms.ts';
import { levelNames, moveNames, type Level, type LevelDays, type Move } from './milestone.ts';
import { contractKinds, mostExtensions, proposal } from './option.ts';

const gone = 'Das gibt es nicht mehr. Bitte die Seite neu laden.';
const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const id = z.uuid(gone);
const optionalId = z.preprocess(blankToUndefined, id.optional());
const version = z.coerce.number({ error: gone }).int(gone).min(0, gone).max(2_000_000_000, gone);
const day = (message: string) =>
	optionalDate().transform((typed, ctx) => {
		if (!typed) ctx.addIssue({ code: 'custom', message });
		return typed ?? z.NEVER;
	});
const longText = (max: number) => optionalText(max).transform((text) => text ?? '');
const whole = (limits: { min?: number; max: number }) =>
	optionalNumber(limits).refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl.');

export const grantForm = z.object({
	conceptId: optionalId,
	startsOn: day('Bitte sagen, ab wann.'),
	endsOn: day('Bitte sagen, bis wann.'),
	fee: optionalNumber({ max: 1e9 }).transform((amount) => (amount === undefined ? null : Math.round(amount * 100))),
	feeIsCredited: checkbox(),
	terms: longText(4000),
	mostExtensions: whole({ max: mostExtensions }).transform((n) => n ?? proposal.extensions)
});
export type GrantInput = z.output<typeof grantForm>;

export const successorForm = z.object({ conceptId: optionalId });

const reason = requiredText('Bitte in einem Satz sagen, warum. Er wird veröffentlicht.', 600);
export const extendForm = z.object({ version, endsOn: day('Bitte den neuen letzten Tag nennen.'), reason });
export const endForm = z.object({
	version,
	step: z.enum(['give_back', 'lapse'], { error: 'Diesen Schritt gibt es nicht.' }),
	reason
});
export const returnForm = z.object({ reason: requiredText('Bitte in einem Satz sagen, warum. Das Büro liest ihn.', 600) });

export const milestoneForm = z.object({
	milestoneId: optionalId,
	version: version.optional(),
	title: requiredText('Bitte sagen, was dann erreicht ist.', 160),
	description: longText(1000),
	dueOn: day('Bitte sagen, bis wann.')
});
export type MilestoneInput = z.output<typeof milestoneForm>;
export const removeForm = z.object({ milestoneId: id });
export const decideForm = z.object({
	milestoneId: id,
	move: z.enum(moveNames.filter((move) => move !== 'report') as [Move, ...Move[]], { error: 'Diesen Schritt gibt es nicht.' }),
	reason: optionalText(600)
});

const levelFields = Object.fromEntries(levelNames.map((name) => [`l_${name}`, whole({ min: -180, max: 365 })])) as Record<
	`l_${Level}`,
	ReturnType<typeof whole>
>;
/** `l_NAME`: days after the date, negative before; blank leaves a level out. */
export const levelsForm = z.object(levelFields).transform((typed, ctx) => {
	const days = Object.fromEntries(levelNames.map((name) => [name, typed[`l_${name}`] ?? null])) as LevelDays;
	const told = levelNames.filter((name) => days[name] !== null);
	told.forEach((name, n) => {
		const before = told[n - 1];
		if (before && (days[before] ?? 0) >= (days[name] ?? 0))
			ctx.addIssue({ code: 'custom', path: [`l_${name}`], message: 'Bitte später als die Stufe davor.' });
	});
	return { levels: days };
});

export const talkForm = z.object({
	talkId: optionalId,
	on: day('Bitte den Tag des Gesprächs nennen.'),
	isHeld: checkbox(),
	note: longText(4000)
});
export type TalkInput = z.output<typeof talkForm>;

export const remedyForm = z.object({
	what: requiredText('Bitte sagen, was bis dahin in Ordnung kommen soll.', 1000),
	until: day('Bitte sagen, bis wann.')
});
export const closeRemedyForm = z.object({
	remedyId: id,
	outcome: z.enum(['met', 'failed'], { error: 'Bitte sagen, ob es gelungen ist.' })
});

export const contractForm = z.object({
	version,
	contractOn: day('Bitte den Tag des Vertrags nennen.'),
	contractKind: word(contractKinds, 'lease')
});
export const worksForm = z.object({ on: day('Bitte sagen, seit wann gebaut wird.') });
export const useForm = z.object({ on: day('Bitte sagen, seit wann das Haus genutzt wird.') });

/** `milestoneId`: blank for something in between. A photo comes beside it. */
export const reportForm = z.object({
	milestoneId: optionalId,
	text: requiredText('Bitte in einem Satz sagen, wie weit Ihr seid.', 1500)
});
export type ReportInput = z.output<typeof reportForm>;

/** `v_KEY`: an indicator of the network; `d_MEASURE`: what every town asks. */
export const outcomeForm = z.object({
	name: requiredText('Wie heißt der Ort jetzt?', 100),
	organisationId: z.uuid('Bitte sagen, wer den Ort trägt.'),
	network: optionalText(80),
	year: z.coerce.number({ error: 'Bitte ein Jahr wählen.' }).int('Bitte ein Jahr wählen.').min(2000).max(2200),
	summary: requiredText('Bitte in zwei Sätzen sagen, was aus dem Haus geworden ist.', 280),
	progress: longText(4000),
	hurdles: longText(4000)
});
export type OutcomeInput = z.output<typeof outcomeForm>;

export const reofferForm = z.object({ conceptId: id });
