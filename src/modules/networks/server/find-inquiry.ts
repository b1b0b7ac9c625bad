import { inArray } from 'drizzle-orm';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { choicesOf } from '#modules/people/ask.ts';
import { countMinutesByPerson, countOverBudget } from '#modules/people/server/count-asked.ts';
import { listAsked, type Asked } from '#modules/people/server/list-asked.ts';
import { inquiryState, smallestCount, tally, type InquiryState, type Reach } from '../inquiry.ts';
import { inquiryFor, inquiryKind, type InquiryRef, type InquiryRow } from './internal/inquiry-for.ts';
import { recipientsOf } from './internal/recipients-of.ts';

export type Recipient = Asked & { organisation: string };

export type InquiryDesk = {
	inquiry: Omit<InquiryRow, 'networkId' | 'createdBy'>;
	state: InquiryState;
	recipients: Recipient[];
	tally: { text: string; n: number }[];
	/** For a draft. */
	reach: Reach | null;
};

/** One question with its answers, or as a draft with what sending it would mean; for the office of the network. */
export async function findInquiry(ctx: Ctx, ref: InquiryRef): Promise<InquiryDesk> {
	const { network, inquiry } = await inquiryFor(ctx, ref);
	const { networkId: _n, createdBy: _c, ...shown } = inquiry;
	const state = inquiryState(inquiry, ctx.now);
	if (state === 'draft')
		return { inquiry: shown, state, recipients: [], tally: [], reach: await reachOf(ctx, { networkId: network.id, inquiry }) };
	const recipients = await withOrganisations(ctx, await listAsked(ctx, { kind: inquiryKind, subjectId: inquiry.id }));
	const answers = recipients.flatMap(({ answer }) => (answer ? [answer] : []));
	return { inquiry: shown, state, recipients, tally: tally(inquiry.ask, choicesOf(inquiry.ask), answers), reach: null };
}

async function reachOf(ctx: Ctx, { networkId, inquiry }: { networkId: string; inquiry: InquiryRow }): Promise<Reach> {
	const { people, silent } = await recipientsOf(ctx, { networkId, audience: inquiry.audience });
	const personIds = people.map(({ personId }) => personId);
	const over = people.length < smallestCount ? null : await countOverBudget(ctx, { personIds, minutes: inquiry.minutes });
	const asked = await countMinutesByPerson(ctx, { senderId: networkId, days: 7 });
	const minutes = personIds.map((id) => inquiry.minutes + (asked.find(({ personId }) => personId === id)?.minutes ?? 0));
	return { people: people.length, silent, over, mostAsked: Math.max(0, ...minutes) };
}

/** The same rows with the name of the organisation they are about. */
export async function withOrganisations<T extends { onBehalfOf: string | null }>(
	ctx: Pick<Ctx, 'db'>,
	rows: T[]
): Promise<(T & { organisation: string })[]> {
	const ids = [...new Set(rows.flatMap(({ onBehalfOf }) => (onBehalfOf ? [onBehalfOf] : [])))];
	const named = ids.length
		? await ctx.db.select({ id: organisations.id, name: organisations.name }).from(organisations).where(inArray(organisations.id, ids))
		: [];
	return rows.map((row) => ({ ...row, organisation: named.find(({ id }) => id === row.onBehalfOf)?.name ?? '' }));
}
