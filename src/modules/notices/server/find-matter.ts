import { asc, eq, ne, and } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { findReportedMessage } from '#modules/conversations/server/find-reported-message.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { contentAt } from '../content-at.ts';
import { mustInform, stepNames, type Frozen } from '../matter.ts';
import { mayDecideComplaint } from '../policy.ts';
import { hasOtherAdmins } from './decide-complaint.ts';
import { findContent } from './internal/contents.ts';
import { decisionOf, matterFor, type MatterRow } from './internal/load-matter.ts';
import { contentComplaints, contentMatters, contentMatterSteps, contentNotices } from './tables.ts';

async function historyOf(ctx: Ctx, id: string) {
	const rows = await ctx.db
		.select({ step: contentMatterSteps.step, words: contentMatterSteps.words, at: contentMatterSteps.at, by: people.name })
		.from(contentMatterSteps)
		.leftJoin(people, eq(people.id, contentMatterSteps.byPersonId))
		.where(eq(contentMatterSteps.matterId, id))
		.orderBy(asc(contentMatterSteps.at), asc(contentMatterSteps.id));
	return rows.map(({ step, ...row }) => ({ ...row, what: stepNames[step] }));
}

async function complaintOf(ctx: Ctx, decision: { id: string; decidedById: string | null } | null) {
	if (!decision) return null;
	const [complaint] = await ctx.db.select().from(contentComplaints).where(eq(contentComplaints.decisionId, decision.id));
	if (!complaint) return null;
	const { decidedById } = decision;
	const mayAnswer = mayDecideComplaint(ctx.actor, { decidedById, hasOthers: await hasOtherAdmins(ctx, decidedById) });
	return { words: complaint.words, at: complaint.createdAt, isUpheld: complaint.isUpheld, answer: complaint.answer, mayAnswer };
}

/** How often something of the same account or organisation was decided before. */
async function earlierOf(ctx: Ctx, { id, authorId, organisationId }: MatterRow): Promise<number> {
	const same = organisationId
		? eq(contentMatters.organisationId, organisationId)
		: authorId
			? eq(contentMatters.authorId, authorId)
			: undefined;
	return same ? ctx.db.$count(contentMatters, and(same, ne(contentMatters.id, id))) : 0;
}

/** All of it in one text, to compare; the database keeps the keys of what it froze in an order of its own. */
const readAloud = ({ title, texts, pictures }: Frozen): string =>
	[title, ...texts.flatMap(({ label, text }) => [label, text]), ...pictures.flatMap(({ src, alt }) => [src, alt])].join('\n');

/** The content as it is now, as far as anybody sees it. A message is read as it was reported, and that reading is recorded by its module. */
async function contentNow(ctx: Ctx, { kind, contentId, href, frozen }: MatterRow): Promise<{ frozen: Frozen } | null> {
	if (kind !== 'message') {
		const at = contentAt(href);
		return at && findContent(ctx, at);
	}
	const reported = await findReportedMessage(ctx, contentId).catch((error) => {
		if (error instanceof Refusal && error.status === 404) return null;
		throw error;
	});
	return reported && reported.hiddenAt === null ? { frozen } : null;
}

/** A matter for whoever decides: the notices, the content as it was and as it is, and what happened. Throws 401, 403, 404. */
export async function findMatter(ctx: Ctx, id: string) {
	const matter = await matterFor(ctx, id);
	const now = await contentNow(ctx, matter);
	const notices = await ctx.db
		.select()
		.from(contentNotices)
		.where(eq(contentNotices.matterId, id))
		.orderBy(asc(contentNotices.createdAt), asc(contentNotices.id))
		.limit(100);
	const decision = await decisionOf(ctx, id);
	return {
		matter,
		isThere: now !== null,
		/** As it is now, where that differs from how it was. */
		changed: now && readAloud(now.frozen) !== readAloud(matter.frozen) ? now.frozen : null,
		notices: notices.map(({ personId: _, matterId: __, forgetAt: ___, ...notice }) => notice),
		mustInform: notices.some(({ category }) => mustInform(category)),
		decision,
		complaint: await complaintOf(ctx, decision),
		history: await historyOf(ctx, id),
		earlier: await earlierOf(ctx, matter),
		hasAccount: matter.authorId !== null
	};
}
export type FoundMatter = Awaited<ReturnType<typeof findMatter>>;
