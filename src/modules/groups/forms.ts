import { z } from 'zod';
import { checkbox, many, optionalNumber, optionalText, requiredText, word } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { uses } from '#modules/properties/vocabulary.ts';
import type { GroupStep } from './group.ts';
import { invitationKinds, mostByLink } from './invitation.ts';
import { legalFormNames } from './legal-form.ts';
import { dayParts, days, noises } from './need.ts';

const list = <K extends string>(words: Record<K, string>) =>
	many(z.enum(Object.keys(words) as [K, ...K[]], { error: 'Bitte nur Einträge aus der Liste wählen.' }));
const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optionalId = (message: string) => z.preprocess(blankToUndefined, z.uuid(message).optional());
const wholeNumber = (limits: { min: number; max: number }, message: string) =>
	z.preprocess(
		(value) => (value === undefined || value === '' ? undefined : Number(value)),
		z.int(message).min(limits.min, message).max(limits.max, message).optional()
	);

const texts = {
	name: requiredText('Wie heißt Eure Gruppe? Ein Arbeitstitel genügt.', 80),
	idea: optionalText(2000),
	seeks: optionalText(600)
};

/** `raum`: the slug of a published house; `ort`: where it should be, if there is no house yet; `gesuch`: one's own request whose need comes along. */
export const foundForm = z.object({
	...texts,
	raum: optionalText(120),
	ort: optionalText(120),
	gesuch: optionalId('Dieses Gesuch gibt es nicht mehr.')
});
export type FoundInput = z.output<typeof foundForm>;

export const groupForm = z.object(texts);
export type GroupInput = z.output<typeof groupForm>;

const stepNames = ['show', 'hide', 'turn', 'take_back', 'dissolve'] as const satisfies readonly GroupStep[];
export const stepForm = z.object({ step: z.enum(stepNames, { error: 'Diesen Schritt gibt es nicht.' }), reason: optionalText(500) });
export type StepInput = z.output<typeof stepForm>;

/** Another house by its public address or slug, or none, and then perhaps a place. */
export const houseForm = z.object({ house: optionalText(300), ort: optionalText(120) });
export type HouseInput = z.output<typeof houseForm>;

export const inviteForm = z
	.object({
		kind: word(invitationKinds, 'mail'),
		email: z.preprocess(blankToUndefined, mailAddress.optional()),
		places: wholeNumber({ min: 1, max: mostByLink }, `Bitte eine Zahl von 1 bis ${mostByLink}.`)
	})
	.refine(({ kind, email }) => kind === 'link' || email, {
		path: ['email'],
		message: 'Bitte eine Mailadresse eingeben, oder einen Link machen.'
	});
export type InviteInput = z.output<typeof inviteForm>;

export const invitationIdForm = z.object({ invitationId: z.uuid('Diese Einladung gibt es nicht mehr.') });
export const acceptForm = z.object({
	schluessel: z.string({ error: 'Der Link ist unvollständig.' }).max(2000, 'Der Link ist unvollständig.')
});
export const knockForm = z.object({ text: requiredText('Bitte schreibt zwei Sätze: wer Ihr seid und was Euch hierher zieht.', 1500) });
export const answerKnockForm = z.object({
	knockId: z.uuid('Diese Anfrage gibt es nicht mehr.'),
	answer: z.enum(['accept', 'decline'], { error: 'Bitte aufnehmen oder absagen.' }),
	words: optionalText(600)
});
export type AnswerKnockInput = z.output<typeof answerKnockForm>;

export const memberIdForm = z.object({ memberId: z.uuid('Diese Person gehört nicht mehr zur Gruppe.') });
export const removeMemberForm = memberIdForm.extend({
	reason: requiredText('Bitte sagt in einem Satz, warum. Die Person liest ihn.', 500)
});
export const speakerForm = memberIdForm.extend({ speaks: checkbox() });
export const leaveForm = z.object({ heirId: optionalId('Diese Person gehört nicht mehr zur Gruppe.') });
export const membershipForm = z.object({ isNamed: checkbox(), organisationId: optionalId('Diese Organisation gibt es nicht mehr.') });
export type MembershipInput = z.output<typeof membershipForm>;

export const needForm = z
	.object({
		needId: optionalId('Diesen Bedarf gibt es nicht mehr.'),
		title: requiredText('Wofür? Zum Beispiel „Tischlerei“ oder „Proben am Abend“.', 120),
		uses: list(uses),
		areaMinM2: optionalNumber({ min: 1, max: 1e5 }),
		areaMaxM2: optionalNumber({ min: 1, max: 1e5 }),
		maxMonthly: optionalNumber({ max: 1e7 }),
		days: list(days),
		dayParts: list(dayParts),
		noise: word(noises, 'unknown')
	})
	.refine(({ areaMinM2, areaMaxM2 }) => areaMinM2 === undefined || areaMaxM2 === undefined || areaMinM2 <= areaMaxM2, {
		path: ['areaMaxM2'],
		message: 'Die größte Fläche ist kleiner als die kleinste.'
	});
export type NeedInput = z.output<typeof needForm>;
export const needIdForm = z.object({ needId: z.uuid('Diesen Bedarf gibt es nicht mehr.') });

export const roleForm = z.object({
	roleId: optionalId('Diese Aufgabe gibt es nicht mehr.'),
	title: requiredText('Wie heißt die Aufgabe? Zum Beispiel „Finanzen“ oder „Bau“.', 80),
	note: optionalText(300),
	memberId: optionalId('Diese Person gehört nicht mehr zur Gruppe.')
});
export type RoleInput = z.output<typeof roleForm>;
export const roleIdForm = z.object({ roleId: z.uuid('Diese Aufgabe gibt es nicht mehr.') });
export const takeRoleForm = roleIdForm.extend({ takes: checkbox() });

export const documentForm = z.object({ documentId: optionalId('Diese Unterlage gibt es nicht mehr.'), title: optionalText(120) });
export const documentIdForm = z.object({ documentId: z.uuid('Diese Unterlage gibt es nicht mehr.') });

export const legalFormForm = z.object({ form: word(legalFormNames, 'verein') });
export const legalStepForm = z.object({ legalStep: requiredText('Diesen Schritt gibt es nicht.', 40), done: checkbox() });
export const establishForm = z.object({ legalName: requiredText('Wie heißt die Organisation? So, wie sie eingetragen ist.', 120) });

export const callForm = z.object({
	requests: many(z.uuid('Dieses Gesuch gibt es nicht mehr.'))
		.refine((ids) => new Set(ids).size >= 2, 'Bitte mindestens zwei Gesuche auswählen.')
		.refine((ids) => ids.length <= 30, 'Höchstens dreißig Gesuche auf einmal.'),
	words: requiredText('Bitte schreiben Sie in zwei Sätzen, wozu Sie einladen.', 1500)
});
export type CallInput = z.output<typeof callForm>;
export const answerCallForm = z.object({
	callId: z.uuid('Diese Einladung gibt es nicht mehr.'),
	answer: z.enum(['yes', 'no'], { error: 'Bitte ja oder nein.' })
});
export type AnswerCallInput = z.output<typeof answerCallForm>;
