import { and, eq } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { stepFrom, type MatchState, type MatchStep } from '../match.ts';
import { pairHref } from '../pair-href.ts';
import { findPair, type Pair, type PairKey } from './find-pair.ts';
import { editorsOf } from './internal/editors-of.ts';
import { scoreStoredPair } from './score-stored-pair.ts';
import { upsertMatches } from './store-matches.ts';
import { matches } from './tables.ts';

type Match = typeof matches.$inferSelect;
export type PersonStep = 'interest' | 'dismiss' | 'suggestAgain' | 'succeed' | 'fail';

const ofPair = ({ spaceId, requestId }: PairKey) => and(eq(matches.spaceId, spaceId), eq(matches.requestId, requestId));

async function findOrKeep(ctx: Ctx, pair: PairKey): Promise<Match> {
	const [kept] = await ctx.db.select().from(matches).where(ofPair(pair)).for('update');
	if (kept) return kept;
	const ranked = await scoreStoredPair(ctx, pair);
	if (!ranked) throw refused('gone', 'Dieser Raum oder dieses Gesuch ist nicht mehr da.');
	await upsertMatches(ctx, [{ ...pair, ranked }]);
	const [row] = await ctx.db.select().from(matches).where(ofPair(pair)).for('update');
	if (!row) throw refused('gone', 'Dieser Raum oder dieses Gesuch ist nicht mehr da.');
	return row;
}

async function take(ctx: Ctx, match: Match, { step, reason }: { step: MatchStep; reason?: string }): Promise<Match> {
	const result = stepFrom(match.state, step);
	if ('why' in result) throw refused('match-step', result.why);
	const [row] = await ctx.db
		.update(matches)
		.set({ state: result.to, ...moments(ctx.now, step, result.to), ...(reason !== undefined && { closedReason: reason }) })
		.where(eq(matches.id, match.id))
		.returning();
	await recordEvent(ctx, `match.${result.to}`, {
		subjectId: match.id,
		reason,
		data: { spaceId: match.spaceId, requestId: match.requestId, from: match.state }
	});
	return row as Match;
}

const moments = (now: Date, step: MatchStep, to: MatchState): Partial<Match> => ({
	...(step === 'seekerInterest' && { seekerInterestedAt: now }),
	...(step === 'providerInterest' && { providerInterestedAt: now }),
	...(to === 'mutual' && { mutualAt: now }),
	...(step === 'release' && { contactReleasedAt: now }),
	...(['succeed', 'fail', 'dismiss'].includes(step) && { closedAt: now }),
	...(step === 'suggestAgain' && { closedAt: null, closedReason: null })
});

/** The other side hears of it in the daily note. */
async function tell(ctx: Ctx, pair: Pair, { id, state }: Match): Promise<void> {
	const released = state === 'contact_released';
	const title = released ? 'Kontakt freigegeben: bitte meldet Euch' : 'Interesse an einer Passung';
	const text = `„${pair.requestTitle}“ und ${pair.spaceTitle}`;
	const kind = released ? 'match-released' : 'match-interest';
	const seeker = { personId: pair.seekerId, href: pairHref('/konto/gesuche', pair.requestId, pair.spaceId) };
	const office = (await editorsOf(ctx, [pair.ags])).map(({ personId }) => ({
		personId,
		href: pairHref('/buero/raeume', pair.spaceId, pair.requestId)
	}));
	const { ownerId } = pair;
	const owner = ownerId && !office.some(({ personId }) => personId === ownerId);
	const providers = owner ? [...office, { personId: ownerId, href: pairHref('/konto/raeume', pair.spaceId, pair.requestId) }] : office;
	for (const { personId, href } of pair.side === 'seeker' ? providers : [seeker])
		if (personId !== ctx.actor?.id)
			await addNotice(ctx, { personId, kind, topic: 'contact', subjectId: `${id}:${pair.side}`, data: { title, text, href } });
}

async function showInterest(ctx: Ctx, pair: Pair, match: Match): Promise<Match> {
	if (!pair.isOpen) throw refused('gone', 'Dieser Raum oder dieses Gesuch ist gerade nicht veröffentlicht.');
	const interested = await take(ctx, match, { step: pair.side === 'seeker' ? 'seekerInterest' : 'providerInterest' });
	const straight = pair.side === 'seeker' && pair.directContact;
	return interested.state === 'mutual' || straight ? take(ctx, interested, { step: 'release' }) : interested;
}

/**
 * One side of a pair acts: shows interest, turns it down, takes it up again, or says how it ended. Interest of both releases the contact
 * data of both, at once; so does the seeker's where the provider takes calls directly. 404 for strangers, 409 with the reason.
 */
export async function stepMatch(ctx: Ctx, { step, reason, ...key }: PairKey & { step: PersonStep; reason?: string }): Promise<MatchState> {
	const pair = await findPair(ctx, key);
	if (!ctx.actor) throw forbidden();
	if ((step === 'dismiss' || step === 'fail') && !reason?.trim())
		throw refused('reason', 'Bitte sagt kurz, woran es liegt: Das hilft beiden Seiten.', 'reason');
	return ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const match = await findOrKeep(within, { spaceId: pair.spaceId, requestId: pair.requestId });
		const after =
			step === 'interest' ? await showInterest(within, pair, match) : await take(within, match, { step, reason: reason?.trim() });
		if (step === 'interest') await tell(within, pair, after);
		return after.state;
	});
}
