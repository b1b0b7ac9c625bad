import { z } from 'zod';
import { checkbox, many, optionalText, requiredMoment, requiredText } from '#lib/forms.ts';
import { conflictKinds, type ConflictKind } from './judging.ts';

const gone = 'Das gibt es nicht mehr. Bitte die Seite neu laden.';
const uuid = z.uuid(gone);
const version = z.coerce.number({ error: gone }).int(gone).min(0, gone).max(2_000_000_000, gone);
const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optionalId = z.preprocess(blankToUndefined, uuid.optional());
const reason = (message = 'Bitte in einem Satz sagen, warum. Der Grund steht in der Akte.') => requiredText(message, 2000);

type Loose = Record<string, unknown>;
const textAt = (all: Loose, name: string): string => {
	const value = all[name];
	return typeof value === 'string' ? value.trim() : '';
};
/** What stands behind a prefix in the names of a form: "points-<id>". */
const idsAfter = (all: Loose, prefix: string): string[] =>
	Object.keys(all).flatMap((name) =>
		name.startsWith(prefix) && uuid.safeParse(name.slice(prefix.length)).success ? [name.slice(prefix.length)] : []
	);
const isKind = (word: string): word is ConflictKind => Object.hasOwn(conflictKinds, word);

/** `kind-<concept>` with `note-<concept>`; what was left open is left out. */
export const declareForm = z.looseObject({ forAll: checkbox() }).transform((all, ctx) => {
	const entries = idsAfter(all, 'kind-').flatMap((conceptId) => {
		const [kind, note] = [textAt(all, `kind-${conceptId}`), textAt(all, `note-${conceptId}`)];
		if (!kind) return [];
		if (!isKind(kind)) ctx.addIssue({ code: 'custom', path: [`kind-${conceptId}`], message: 'Bitte einen Eintrag aus der Liste wählen.' });
		else if (note.length > 1000) ctx.addIssue({ code: 'custom', path: [`note-${conceptId}`], message: 'Bitte höchstens 1000 Zeichen.' });
		else if (kind === 'other' && !note)
			ctx.addIssue({ code: 'custom', path: [`note-${conceptId}`], message: 'Bitte in Worten sagen, worin die Nähe besteht.' });
		else return [{ conceptId, kind, note }];
		return [];
	});
	return { forAll: all.forAll, entries };
});
export type DeclareInput = z.output<typeof declareForm>;

export const setConflictForm = z.object({
	memberId: uuid,
	conceptId: uuid,
	kind: z.enum(Object.keys(conflictKinds) as [ConflictKind, ...ConflictKind[]], { error: 'Bitte einen Eintrag aus der Liste wählen.' }),
	reason: reason()
});

export type Finding = 'open' | 'met' | 'missing' | 'failed';
export const findingTexts: Record<Finding, string> = {
	open: 'noch offen',
	met: 'erfüllt',
	missing: 'fehlt, kann nachgereicht werden',
	failed: 'nicht erfüllt'
};
const isFinding = (word: string): word is Finding => Object.hasOwn(findingTexts, word);

/** `met-<condition>` with `note-<condition>`. */
export const checkForm = z.looseObject({ version }).transform((all, ctx) => ({
	version: all.version,
	checks: idsAfter(all, 'met-').flatMap((conditionId) => {
		const [isMet, note] = [textAt(all, `met-${conditionId}`), textAt(all, `note-${conditionId}`)];
		if (!isFinding(isMet))
			ctx.addIssue({ code: 'custom', path: [`met-${conditionId}`], message: 'Bitte einen Eintrag aus der Liste wählen.' });
		else if (note.length > 2000) ctx.addIssue({ code: 'custom', path: [`note-${conditionId}`], message: 'Bitte höchstens 2000 Zeichen.' });
		else return [{ conditionId, isMet, note }];
		return [];
	})
}));
export type CheckInput = z.output<typeof checkForm>;

export const supplementForm = z.object({
	conditionId: optionalId,
	asks: requiredText('Bitte sagen, was fehlt.', 2000),
	until: requiredMoment('Bitte Tag und Uhrzeit nennen, bis wann nachgereicht werden kann.')
});
export type SupplementInput = z.output<typeof supplementForm>;
export const answerForm = z.object({ supplementId: uuid, answer: optionalText(20_000).transform((text) => text ?? '') });

export const excludeForm = z.object({
	conditionId: optionalId,
	reason: reason('Bitte sagen, warum das Konzept ausgeschlossen wird. Der Grund steht im Schreiben an die Gruppe.')
});
export const reasonForm = z.object({ reason: reason() });
export const hideForm = z.object({
	version,
	words: optionalText(10_000).transform((text) => text ?? ''),
	released: many(uuid).transform((all) => [...new Set(all)])
});
export const replaceForm = z.object({ fileId: uuid });

/** `choice-<concept>` yes or no, with `reason-<concept>`. */
export const inviteForm = z
	.looseObject({ until: requiredMoment('Bitte sagen, bis wann die Konzepte der zweiten Stufe kommen können.') })
	.transform((all, ctx) => ({
		until: all.until,
		choices: idsAfter(all, 'choice-').flatMap((conceptId) => {
			const [choice, why] = [textAt(all, `choice-${conceptId}`), textAt(all, `reason-${conceptId}`)];
			const problem = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [`${path}-${conceptId}`], message });
			if (choice !== 'yes' && choice !== 'no') problem('choice', 'Bitte bei jedem Konzept ja oder nein wählen.');
			else if (!why || why.length > 2000) problem('reason', 'Bitte bei jedem Konzept einen Grund nennen, höchstens 2000 Zeichen.');
			else return [{ conceptId, isChosen: choice === 'yes', reason: why }];
			return [];
		})
	}));
export type InviteInput = z.output<typeof inviteForm>;

const confidence = z.preprocess(blankToUndefined, z.coerce.number().int().min(1).max(3).optional());
const scoreOf = (all: Loose, leafId: string) => {
	const typed = textAt(all, `points-${leafId}`);
	return { leafId, points: /^\d{1,2}$/.test(typed) ? Number(typed) : null, reason: textAt(all, `reason-${leafId}`) };
};

/** `points-<leaf>` with `reason-<leaf>`; what is still open stays open. */
export const reviewForm = z
	.looseObject({ version, confidence, note: optionalText(6000).transform((text) => text ?? ''), isDone: checkbox() })
	.transform((all, ctx) => {
		const scores = [...new Set([...idsAfter(all, 'points-'), ...idsAfter(all, 'reason-')])].map((leafId) => scoreOf(all, leafId));
		for (const { leafId, reason } of scores)
			if (reason.length > 4000) ctx.addIssue({ code: 'custom', path: [`reason-${leafId}`], message: 'Bitte höchstens 4000 Zeichen.' });
		return { version: all.version, confidence: all.confidence ?? null, note: all.note, isDone: all.isDone, scores };
	});
export type ReviewInput = z.output<typeof reviewForm>;

export const changeScoreForm = z.object({
	leafId: uuid,
	memberId: uuid,
	was: z.coerce.number({ error: gone }).int(gone).min(0, gone).max(10, gone),
	points: z.coerce.number({ error: 'Bitte eine Stufe wählen.' }).int('Bitte eine Stufe wählen.').min(0).max(10),
	changeReason: reason('Bitte sagen, was Ihre Meinung geändert hat.')
});
export type ChangeScoreInput = z.output<typeof changeScoreForm>;

export const abstainForm = z.object({ memberId: uuid, conceptId: uuid, reason: reason() });
export const substituteForm = z.object({ memberId: uuid, conceptId: optionalId, reason: reason() });
export const decideWithdrawalForm = z.object({
	memberId: uuid,
	counts: z.enum(['yes', 'no'], { error: 'Bitte sagen, ob die Stimmen zählen.' }).transform((word) => word === 'yes'),
	reason: reason()
});
export const noteForm = z.object({ version, note: optionalText(20_000).transform((text) => text ?? '') });
export const presentationForm = z.object({
	startsAt: requiredMoment('Bitte Tag und Uhrzeit nennen.'),
	minutes: z.coerce
		.number({ error: 'Bitte die Dauer in Minuten.' })
		.int('Bitte ganze Minuten.')
		.min(5, 'Bitte mindestens 5 Minuten.')
		.max(480, 'Bitte höchstens 480 Minuten.'),
	place: requiredText('Bitte sagen, wo.', 300),
	note: optionalText(2000).transform((text) => text ?? '')
});
export const talkForm = z.object({ number: z.coerce.number({ error: gone }).int(gone).min(1, gone).max(9999, gone) });
export const planTalkForm = presentationForm.extend(talkForm.shape);
export const cancelTalkForm = talkForm.extend({ reason: requiredText('Bitte in einem Satz sagen, warum.', 2000) });
export const holdTalkForm = talkForm.extend({
	said: requiredText('Bitte aufschreiben, was besprochen wurde, oder dass die Gruppe nicht kam.', 6000)
});
export type PresentationInput = z.output<typeof presentationForm>;
