import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import type { Paper } from '#lib/server/pdf/blocks.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { contentKinds } from '#modules/people/content.ts';
import { automatedSentence, grounds, measures, measureSentence, redressSentences, type Measure } from '../decision.ts';
import { whyNotStep } from '../matter.ts';
import { decisionByLink } from './internal/load-matter.ts';
import { contentComplaints } from './tables.ts';

/** Everything that Art. 17 para. 3 DSA asks for, as whoever is affected reads it, and what became of their complaint. Nothing of whoever gave notice. Throws 410. */
export async function findStatement(ctx: Ctx, link: string) {
	const { matter, decision } = await decisionByLink(ctx, link);
	const [complaint] = await ctx.db.select().from(contentComplaints).where(eq(contentComplaints.decisionId, decision.id));
	const { restricts } = measures[decision.measure];
	const day = (date: Date) => germanDay(date);
	const facts: [term: string, text: string][] = [
		['Inhalt', [`${matter.frozen.title} (${contentKinds[matter.kind]})`, matter.href].filter(Boolean).join(', ')],
		['Entschieden am', day(decision.decidedAt)],
		['Was wir entschieden haben', measureSentence({ measure: decision.measure, kind: matter.kind, until: decision.until })],
		...(decision.scope ? [['Welche Stelle', decision.scope] as [string, string]] : []),
		['Wie wir darauf kamen', 'durch einen Hinweis (Art. 16 der Verordnung (EU) 2022/2065)'],
		['Worauf die Entscheidung beruht', decision.facts],
		...(decision.ground ? [['Grund', `${grounds[decision.ground]}: ${decision.clause}`] as [string, string]] : []),
		['Automatische Mittel', automatedSentence]
	];
	return {
		...{ title: matter.frozen.title, kind: contentKinds[matter.kind], measure: decision.measure as Measure, facts, restricts },
		...{ decidedAt: decision.decidedAt, complainUntil: decision.complainUntil, endedAt: decision.endedAt, endedWhy: decision.endedWhy },
		mayComplain: restricts && decision.complainUntil >= ctx.now && whyNotStep(matter.state, 'complain', '-') === null,
		complaint: complaint && {
			...{ words: complaint.words, at: complaint.createdAt, isUpheld: complaint.isUpheld, answer: complaint.answer },
			answeredAt: complaint.answeredAt
		}
	};
}
export type Statement = Awaited<ReturnType<typeof findStatement>>;

/** The same as a paper. `operator`: who answers for the installation. */
export async function findStatementPaper(ctx: Ctx, { link, operator }: { link: string; operator: string }): Promise<Paper> {
	const { title, facts, restricts, complainUntil, decidedAt } = await findStatement(ctx, link);
	const text = (words: string) => ({ kind: 'text', text: words }) as const;
	const until = `Bis zum ${germanDay(complainUntil)} können Sie sich kostenlos beschweren: unter dem Link aus der Mail, mit der diese Begründung kam.`;
	return {
		...{ title: 'Begründung einer Entscheidung über Inhalte', date: dayOf(decidedAt) },
		...{ sender: { name: operator }, accent: '#2a5a47', lead: title },
		blocks: [
			{ kind: 'heading', text: 'Die Entscheidung' },
			{ kind: 'facts', items: facts },
			{ kind: 'heading', text: 'Was Sie tun können' },
			...(restricts ? [text(until)] : []),
			...redressSentences.map(text)
		],
		footer: [[operator]]
	};
}
