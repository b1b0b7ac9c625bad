import { newId } from '#lib/server/id.ts';
import { insertMany } from '#lib/server/insert-many.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { addNotices, type NewNotice } from '#modules/people/server/add-notice.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { weekOf } from '../../clock.ts';
import { addDays, answers, answerWord, type AskedAs, type EntryKind, type FreshAnswer, type Rules, type Step } from '../../freshness.ts';
import { freshnessAsks } from '../tables.ts';
import type { Asked } from './whom-to-ask.ts';

export const noticeKind = 'freshness';
/** A link in a mail works so long: past every step down, and not for years. */
export const linkDays = 300;

export type Question = Asked & { kind: EntryKind; intervalDays: number; step: Step };
type Group = { subject: string; questions: Question[] };

const ask = (kind: EntryKind) => ({
	kind: 'choose' as const,
	options: (Object.keys(answers) as FreshAnswer[]).map((id) => ({ id, text: answerWord(kind, id) })),
	several: false
});

function single(
	{ kind, title, place, personId, organisationId, until }: Question,
	{ subject, dueAt }: { subject: string; dueAt: Date }
): NewNotice {
	const isHouse = kind === 'property';
	return {
		...{ personId: personId ?? '', kind: noticeKind, subjectId: subject, topic: 'freshness', ask: ask(kind), dueAt },
		data: {
			title: isHouse ? `Stimmt das noch? „${title}“` : `Sucht Ihr noch? „${title}“`,
			text: isHouse
				? `${place}: Sind die Angaben noch richtig, und ist das Haus noch zu haben?`
				: 'Euer Gesuch ist eine Weile nicht bestätigt. Ein Klick genügt.',
			href: '/konto/wartet'
		},
		...(organisationId && { onBehalfOf: { organisationId, until: until ? new Date(until) : null } })
	};
}

const together = ({ personId, isOwner, place, kind }: Question, subject: string): NewNotice => ({
	...{ personId: personId ?? '', kind: noticeKind, subjectId: subject, topic: 'freshness', minutes: 5 },
	data: {
		title:
			kind === 'request'
				? 'Mehrere Gesuche warten auf Bestätigung'
				: isOwner
					? 'Mehrere Häuser warten auf Bestätigung'
					: `${place}: Stimmen diese Einträge noch?`,
		text: 'Auf einer Seite sehen, was lange nicht bestätigt ist, und gemeinsam bestätigen.',
		href: kind === 'request' ? '/konto/gesuche' : isOwner ? '/konto/raeume' : '/buero/aktualitaet'
	}
});

/** Groups of what one recipient gets together; one question is a group of its own. */
function groupsOf(ctx: Pick<Ctx, 'now'>, questions: readonly Question[], rules: Rules): Group[] {
	const by = new Map<string, Question[]>();
	for (const question of questions) {
		const key = question.personId ? `${question.kind}:${question.personId}` : `mail:${question.askedAs}:${question.email}`;
		by.set(key, [...(by.get(key) ?? []), question]);
	}
	return [...by].flatMap(([key, all]) => {
		if (key.startsWith('mail:')) return [{ subject: `mail:${newId()}`, questions: all }];
		if (all.length > rules.single) return [{ subject: `${weekOf(ctx.now)}:${key}`, questions: all }];
		return all.map((one) => ({ subject: newId(), questions: [one] }));
	});
}

export const why: Record<AskedAs, string> = {
	contact: 'Sie bekommen diese Mail, weil Sie für diese Kommune als Ansprechperson eingetragen sind.',
	owner:
		'Sie bekommen diese Mail, weil die Kommune Ihre Adresse zu diesem Haus kennt. Wer nicht mehr gefragt werden möchte, sagt es auf der Seite hinter dem Link; das gilt dann überall.',
	reporter:
		'Sie bekommen diese Mail, weil Sie bei Ihrer Meldung zugestimmt haben, noch einmal gefragt zu werden. Auf der Seite hinter dem Link beenden Sie das mit einem Klick.'
};

function titleOf(askedAs: AskedAs, [first = '', ...more]: string[]): string {
	if (askedAs === 'reporter') return more.length ? 'Stehen diese Häuser noch leer?' : `Steht es noch leer? „${first}“`;
	return more.length ? `Stimmen diese ${more.length + 1} Einträge noch?` : `Stimmt das noch? „${first}“`;
}

/** Somebody without an account gets one mail about everything, with a link that needs no signing in. */
export async function mailGroup(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{
		email,
		askedAs,
		subject,
		titles,
		isReminder
	}: { email: string; askedAs: AskedAs; subject: string; titles: string[]; isReminder: boolean }
): Promise<void> {
	const link = await signLink(ctx, { purpose: 'still-true', data: { subject }, days: linkDays });
	const data = {
		title: titleOf(askedAs, titles),
		paragraphs: [
			...(askedAs === 'reporter' ? ['Sie hatten dieses Haus einmal gemeldet. Heute möchten wir wissen, ob sich etwas getan hat.'] : []),
			isReminder ? 'Wir hatten schon einmal gefragt und fragen danach nicht mehr.' : 'Diese Angaben hat lange niemand bestätigt.',
			titles.slice(0, 12).join(' · ') + (titles.length > 12 ? ' …' : ''),
			askedAs === 'reporter'
				? 'Eine Antwort ist ein Klick, ohne Anmeldung. Sie ist ein Hinweis; entscheiden wird die Kommune.'
				: 'Eine Antwort ist ein Klick, ohne Anmeldung: Stimmt noch, hat sich geändert, oder nicht mehr leer.'
		],
		button: { text: 'Ansehen und antworten', href: `/stimmt-noch?schluessel=${link}` },
		why: why[askedAs]
	};
	await addMail(ctx, { to: email, template: 'letter', data });
}

/** Asks everybody about what is theirs, and writes down that they were asked. A few statements for a whole batch. */
export async function askPeople(ctx: Pick<Ctx, 'db' | 'now'>, questions: readonly Question[], rules: Rules): Promise<void> {
	if (!questions.length) return;
	const groups = groupsOf(ctx, questions, rules);
	const rows = groups.flatMap(({ subject, questions: all }) =>
		all.map(({ kind, entryId, personId, email, organisationId, intervalDays, step, askedAs, ownerId, reportId }) => ({
			...{
				id: newId(),
				kind,
				entryId,
				personId,
				organisationId,
				subject,
				intervalDays,
				step,
				askedAt: ctx.now,
				askedAs,
				ownerId,
				reportId
			},
			email: personId || askedAs !== 'contact' ? null : email
		}))
	);
	await insertMany(ctx.db, freshnessAsks, rows);
	const told = groups.flatMap(({ subject, questions: [first, ...more] }) => {
		if (!first?.personId) return [];
		const dueAt = addDays(ctx.now, rules[first.kind].archive ?? 2 * rules[first.kind].hide);
		return [more.length ? together(first, subject) : single(first, { subject, dueAt })];
	});
	await addNotices(ctx, told);
	for (const { subject, questions: all } of groups) {
		const [first] = all;
		if (!first?.email || first.personId) continue;
		await mailGroup(ctx, { email: first.email, askedAs: first.askedAs, subject, titles: all.map(({ title }) => title), isReminder: false });
	}
}
