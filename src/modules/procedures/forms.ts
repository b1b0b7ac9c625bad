import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { evidences, mostLevels, mostPoints, type Evidence } from './criteria.ts';
import { openness } from './frozen.ts';
import { answers, questionNames } from './preflight.ts';
import { decidingBodies, kinds, priceRules, priceUnits, stepNames, tieRules, transfers, type Step } from './procedure.ts';
import { jurorKinds, roles } from './roles.ts';
import { milestoneNames } from './timeline.ts';
import { parseWeight } from './weights.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
export const gone = 'Das gibt es nicht mehr. Bitte die Seite neu laden.';
export const id = z.uuid(gone);
export const optionalId = z.preprocess(blankToUndefined, id.optional());
export const version = z.coerce.number({ error: gone }).int(gone).min(0, gone).max(2_000_000_000, gone);
export const longText = (max = 6000) => optionalText(max).transform((text) => text ?? '');
export const euros = optionalNumber({ max: 1e9 }).transform((amount) => (amount === undefined ? null : Math.round(amount * 100)));
const years = optionalNumber({ min: 1, max: 199 })
	.refine((n) => n === undefined || Number.isInteger(n), 'Bitte ganze Jahre.')
	.transform((n) => n ?? null);
const notWeight = 'Bitte ein Gewicht zwischen 0 und 100 mit höchstens einer Stelle nach dem Komma, zum Beispiel 12,5.';
const weight = z
	.string({ error: notWeight })
	.max(20, notWeight)
	.transform((typed, ctx) => {
		const tenths = parseWeight(typed);
		if (tenths === null) ctx.addIssue({ code: 'custom', message: notWeight });
		return tenths ?? z.NEVER;
	});
const evidence = many(
	z.enum(Object.keys(evidences) as [Evidence, ...Evidence[]], { error: 'Bitte Nachweise aus der Liste wählen.' })
).transform((all) => [...new Set(all)]);
const title = (message: string) => requiredText(message, 160);
const unitIds = many(id).transform((all) => [...new Set(all)]);

/** `raum`: the house. */
export const createForm = z.object({
	raum: z.uuid('Bitte ein Haus wählen.'),
	title: title('Bitte dem Verfahren einen Namen geben.'),
	kind: word(kinds, 'single_stage'),
	transfer: word(transfers, 'heritable_right'),
	unitIds
});
export type CreateInput = z.output<typeof createForm>;

export const basicsForm = z
	.object({
		version,
		title: title('Bitte dem Verfahren einen Namen geben.'),
		kind: word(kinds, 'single_stage'),
		transfer: word(transfers, 'heritable_right'),
		unitIds,
		goal: longText(),
		terms: longText(),
		handIn: longText(2000),
		priceRule: word(priceRules, 'fixed'),
		price: euros,
		priceUnit: word(priceUnits, 'total'),
		priceShare: z.preprocess((typed) => (typeof typed === 'string' && typed.trim() ? typed : '0'), weight),
		priceFull: euros,
		termYears: years,
		decidingBody: word(decidingBodies, 'council'),
		tieRule: word(tieRules, 'heaviest'),
		isBlind: checkbox(),
		openness: word(openness, 'ranking'),
		mandate: optionalText(500)
	})
	.superRefine(({ priceRule, price, priceFull, priceShare, tieRule }, ctx) => {
		const refuse = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
		if (priceRule === 'weighted' && (priceShare === 0 || priceShare === 1000))
			refuse('priceShare', 'Bitte sagen, mit wie viel Prozent der Preis zählt: mehr als 0 und weniger als 100.');
		if (priceRule === 'weighted' && price === null) refuse('price', 'Bitte den Preis nennen, bei dem es noch keinen Punkt gibt.');
		if (priceRule === 'weighted' && (priceFull === null || (price !== null && priceFull <= price)))
			refuse('priceFull', 'Bitte einen höheren Preis nennen, ab dem es alle Punkte gibt. So hängt kein Gebot von den anderen ab.');
		if (tieRule === 'offer' && priceRule !== 'weighted')
			refuse('tieRule', 'Das höhere Gebot kann nur entscheiden, wenn der Preis gewertet wird.');
	});
export type BasicsInput = z.output<typeof basicsForm>;

export const stepForm = z.object({
	step: z.enum(stepNames as [Step, ...Step[]], { error: 'Diesen Schritt gibt es nicht.' }),
	reason: optionalText(600)
});

/** A new part has no id; a known one says which count of its changes was read. */
const part = { partId: optionalId, version: version.optional() };
export const areaForm = z.object({ ...part, title: title('Bitte den Bereich benennen.'), description: longText(2000) });
const proof = { evidence, evidenceNote: longText(300) };
export const eligibilityForm = z.object({ ...part, title: title('Bitte die Bedingung benennen.'), description: longText(2000), ...proof });

/** Rows of a table: `levelPoints` and `levelText` come once per row, in order; a row without a text is none. */
export const levelRows = {
	levelPoints: many(z.string().max(20, 'Bitte eine Zahl.')),
	levelText: many(z.string().trim().max(400, 'Bitte je Stufe höchstens 400 Zeichen.'))
};
export function withLevels<T extends { levelPoints: string[]; levelText: string[] }>(typed: T, ctx: z.RefinementCtx) {
	const { levelPoints, levelText, ...input } = typed;
	const refuse = (message: string) => ctx.addIssue({ code: 'custom', path: ['levelText'], message });
	const levels = levelText
		.map((text, n) => ({ text, points: Number(/^\d{1,2}$/.exec(levelPoints[n]?.trim() ?? '')?.[0] ?? NaN) }))
		.filter(({ text }) => text);
	if (levels.length > mostLevels) refuse(`Bitte höchstens ${mostLevels} Stufen.`);
	if (levels.some(({ points }) => !(points <= mostPoints))) refuse(`Bitte je Stufe ganze Punkte von 0 bis ${mostPoints}.`);
	if (new Set(levels.map(({ points }) => points)).size < levels.length) refuse('Zwei Stufen haben gleich viele Punkte.');
	return { ...input, levels: levels.sort((a, b) => a.points - b.points) };
}
export const leafForm = z
	.object({
		...part,
		areaId: z.uuid('Bitte einen Bereich wählen.'),
		title: title('Bitte das Kriterium benennen.'),
		description: longText(2000),
		weight,
		...levelRows,
		...proof
	})
	.transform(withLevels);
export type AreaInput = z.output<typeof areaForm>;
export type LeafInput = z.output<typeof leafForm>;
export type EligibilityInput = z.output<typeof eligibilityForm>;

export const partKinds = { bereich: 'area', kriterium: 'leaf', bedingung: 'eligibility' } as const;
export type PartKind = (typeof partKinds)[keyof typeof partKinds];
const partKind = z.enum(['area', 'leaf', 'eligibility'], { error: gone });
export const moveForm = z.object({ part: partKind, partId: id, up: checkbox() });
export const removeForm = z.object({ part: partKind, partId: id });

/** All weights at once: `leafId` and `weight` come once per criterion, in order. */
export const weightsForm = z
	.object({ leafId: many(id), weight: many(weight) })
	.transform(({ leafId, weight }) => ({
		weights: new Map(leafId.flatMap((id, n): [string, number][] => (weight[n] === undefined ? [] : [[id, weight[n]]])))
	}))
	.refine(({ weights }) => weights.size > 0, { path: ['weight'], message: 'Bitte mindestens ein Gewicht eingeben.' });

/** `vorlage`: a template of ours, or the id of another procedure; without it a file comes along. */
export const takeForm = z.object({ vorlage: z.preprocess(blankToUndefined, z.string().max(60, gone).optional()), replace: checkbox() });

const notTime = 'Bitte eine Uhrzeit, zum Beispiel 12:00.';
const time = z.preprocess(
	blankToUndefined,
	z
		.string()
		.trim()
		.regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, notTime)
		.transform((typed) => typed.replace('.', ':').padStart(5, '0'))
		.optional()
);
const dates = Object.fromEntries(milestoneNames.map((name) => [`d_${name}`, optionalDate()])) as Record<
	string,
	ReturnType<typeof optionalDate>
>;
const times = Object.fromEntries(milestoneNames.map((name) => [`t_${name}`, time])) as Record<string, typeof time>;
/** `d_NAME` and `t_NAME` for each milestone. */
export const timelineForm = z.object({ version, ...dates, ...times }).transform((input) => {
	const typed = input as unknown as Record<string, string | undefined>;
	const entries = milestoneNames.flatMap((name) => {
		const [day, at] = [typed[`d_${name}`], typed[`t_${name}`]];
		return day ? [[name, at ? { day, time: at } : { day }] as const] : [];
	});
	return { version: input.version, timeline: Object.fromEntries(entries) };
});
export const proposeForm = z.object({ version, start: optionalDate() });

export const memberForm = z
	.object({
		role: word(roles, 'juror'),
		jurorKind: optionalWord(jurorKinds),
		hasVote: checkbox(),
		isOpener: checkbox(),
		name: requiredText('Bitte den Namen nennen.', 120),
		email: z.preprocess(blankToUndefined, mailAddress.optional()),
		affiliation: longText(160),
		deputyFor: optionalId
	})
	.transform(({ role, jurorKind, hasVote, isOpener: opens, deputyFor, ...about }, ctx) => {
		const member = { ...about, isOpener: opens || role === 'opener' };
		if (role === 'juror' && !jurorKind)
			ctx.addIssue({ code: 'custom', path: ['jurorKind'], message: 'Bitte sagen, für wen diese Person in der Jury sitzt.' });
		if (member.isOpener && !member.email)
			ctx.addIssue({
				code: 'custom',
				path: ['email'],
				message: 'Wer öffnet, braucht eine Mailadresse: Damit macht die Person ihren Schlüssel.'
			});
		return {
			...member,
			role,
			jurorKind: role === 'juror' ? (jurorKind ?? null) : null,
			hasVote: role === 'juror' && hasVote,
			deputyFor: role === 'deputy' ? (deputyFor ?? null) : null
		};
	});
export type MemberInput = z.output<typeof memberForm>;
export const memberIdForm = z.object({ memberId: id });
export const openerForm = z.object({ memberId: id, isOpener: checkbox() });

/** `a_NAME` and `n_NAME` for each question. */
export const preflightForm = z
	.object({
		version,
		...(Object.fromEntries(questionNames.map((name) => [`a_${name}`, word(answers, 'clarify')])) as Record<
			string,
			z.ZodType<keyof typeof answers>
		>),
		...(Object.fromEntries(questionNames.map((name) => [`n_${name}`, longText(600)])) as Record<string, z.ZodType<string>>)
	})
	.transform((input) => {
		const typed = input as unknown as Record<string, string>;
		const given = questionNames.map((name) => [name, { answer: typed[`a_${name}`], note: typed[`n_${name}`] ?? '' }] as const);
		return {
			version: input.version,
			given: Object.fromEntries(given) as Record<(typeof questionNames)[number], { answer: keyof typeof answers; note: string }>
		};
	});

/** `h_NAME`: hours for each paper; blank is our assumption. */
export const hoursForm = z
	.object({
		version,
		...(Object.fromEntries(Object.keys(evidences).map((name) => [`h_${name}`, optionalNumber({ max: 200 })])) as Record<
			string,
			ReturnType<typeof optionalNumber>
		>)
	})
	.transform((input) => {
		const typed = input as unknown as Record<string, number | undefined>;
		const given = (Object.keys(evidences) as Evidence[]).flatMap((name) => {
			const hours = typed[`h_${name}`];
			return hours === undefined ? [] : [[name, hours] as const];
		});
		return { version: input.version, hours: Object.fromEntries(given) };
	});

export const fileKinds = { resolution: 'Beschluss', plan: 'Plan', report: 'Gutachten', form: 'Formular', other: 'Sonstiges' } as const;
export const attachForm = z.object({
	kind: word(fileKinds, 'resolution'),
	title: requiredText('Bitte sagen, was das ist, zum Beispiel „Beschluss 34/2026 vom 17. September“.', 160)
});
export const fileIdForm = z.object({ fileId: id });
