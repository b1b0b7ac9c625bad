import { notFound, unauthenticated } from '#lib/refusal.ts';
import { findIntroduced } from '#modules/cases/server/find-introduced.ts';
import { talkToIntroduced } from '#modules/cases/server/talk-to-introduced.ts';
import { findColleague } from '#modules/conversations/server/find-colleague.ts';
import type { KeptFile } from '#modules/conversations/server/keep-files.ts';
import { writeToColleague } from '#modules/conversations/server/write-to-colleague.ts';
import { beginTalk } from '#modules/matching/server/begin-talk.ts';
import { findTalkPartner } from '#modules/matching/server/find-talk-partner.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findSeeker } from '#modules/requests/server/find-seeker.ts';
import { writeToSeeker } from '#modules/requests/server/write-to-seeker.ts';

export type Words = { text: string; files: readonly KeptFile[]; once?: string };
/** `isFirst`: they have not said yes to it, so it waits for their answer. */
export type Partner = {
	name: string;
	title: string;
	href: string;
	isFirst: boolean;
	write: (words: Words) => Promise<{ conversationId: string }>;
};

/** Whom an address of this page means: the other side of a pair or of an introduction that both said yes to, whoever seeks, or a colleague. */
export async function partnerOf(ctx: Ctx, { searchParams }: URL): Promise<Partner> {
	if (!ctx.actor) throw unauthenticated();
	const [spaceId, requestId, caseId, personId] = ['raum', 'gesuch', 'fall', 'person'].map((name) => searchParams.get(name) ?? '');
	if (caseId) {
		const introduction = { id: caseId, introductionId: searchParams.get('bekannt') ?? '' };
		const found = await findIntroduced(ctx, introduction);
		return { ...found, isFirst: false, write: (words) => talkToIntroduced(ctx, { ...introduction, ...words }) };
	}
	if (spaceId) {
		const pair = { spaceId, requestId: requestId ?? '' };
		const found = await findTalkPartner(ctx, pair);
		return { ...found, href: '', isFirst: false, write: (words) => beginTalk(ctx, { ...pair, ...words }) };
	}
	if (requestId) {
		const found = await findSeeker(ctx, requestId);
		return { ...found, isFirst: true, write: (words) => writeToSeeker(ctx, { key: requestId, ...words }) };
	}
	if (!personId) throw notFound('Bitte dort beginnen, wo „Schreiben“ steht: an einem Gesuch, einer Passung oder in Ihrer Organisation.');
	const { name, organisation } = await findColleague(ctx, personId);
	return { name, title: organisation, href: '', isFirst: true, write: (words) => writeToColleague(ctx, { personId, ...words }) };
}
