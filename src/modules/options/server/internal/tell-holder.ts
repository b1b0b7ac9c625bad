import { eq, inArray } from 'drizzle-orm';
import { conceptContents, conceptMembers } from '#modules/concepts/server/tables.ts';
import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { NewMail } from '#modules/people/mail.ts';
import { addMails } from '#modules/people/server/add-mail.ts';
import { addNotices, type NewNotice } from '#modules/people/server/add-notice.ts';
import { people } from '#modules/people/server/tables.ts';
import { daysBetween } from '../../option.ts';
import { linkPurpose } from './holder-for.ts';

export type Word = {
	option: { id: string; conceptId: string; endsOn: string };
	/** With `about` what it is about: nobody hears twice of the same two. */
	kind: string;
	about: string;
	title: string;
	text: string;
};

/** The link of a mail works until three months after the end, at least a month. */
const linkDays = (ctx: Pick<Ctx, 'now'>, endsOn: string) => Math.max(30, daysBetween(dayOf(ctx.now), endsOn) + 90);
const pathOf = (id: string) => `/konto/anhandgaben/${id}`;

const inMailOf = (ctx: Pick<Ctx, 'now'>, option: Word['option']) => ({
	href: '/anhandgabe',
	sign: { purpose: linkPurpose, data: { option: option.id }, days: linkDays(ctx, option.endsOn) }
});

/** A mail of its own, with the link that needs no account. */
export const letterTo = (ctx: Pick<Ctx, 'now'>, to: string, { option, title, text }: Pick<Word, 'option' | 'title' | 'text'>): NewMail => ({
	...{ to, template: 'letter' },
	data: {
		...{ title, paragraphs: [text], button: { text: 'Ansehen und melden', ...inMailOf(ctx, option) } },
		why: 'Diese Adresse steht im Konzept als Kontakt.'
	}
});

/** Tells everybody of the groups, in a number of statements that does not grow: who has an account there, whoever handed in under another address by mail. Mails lead to the page that needs no account. */
export async function tellHolders(ctx: Pick<Ctx, 'db' | 'now'>, words: readonly Word[]): Promise<void> {
	if (!words.length) return;
	const ids = [...new Set(words.map(({ option }) => option.conceptId))];
	const members = await ctx.db
		.select({ conceptId: conceptMembers.conceptId, personId: people.id, email: people.email })
		.from(conceptMembers)
		.innerJoin(people, eq(people.id, conceptMembers.personId))
		.where(inArray(conceptMembers.conceptId, ids));
	const contents = await ctx.db
		.select({ conceptId: conceptContents.conceptId, content: conceptContents.content })
		.from(conceptContents)
		.where(inArray(conceptContents.conceptId, ids));
	const notices: NewNotice[] = [];
	const mails: NewMail[] = [];
	for (const { option, kind, about, title, text } of words) {
		const inMail = inMailOf(ctx, option);
		const mine = members.filter(({ conceptId }) => conceptId === option.conceptId);
		for (const { personId } of mine)
			notices.push({ personId, kind, subjectId: about, topic: 'case', data: { title, text, href: pathOf(option.id), inMail } });
		const to = contents.find(({ conceptId }) => conceptId === option.conceptId)?.content.applicant.email;
		if (to && !mine.some(({ email }) => email.toLowerCase() === to.toLowerCase())) mails.push(letterTo(ctx, to, { option, title, text }));
	}
	await addNotices(ctx, notices);
	await addMails(ctx, mails);
}
