import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Opener } from '../seal.ts';
import { identityIn, shareWith } from './internal/own-share.ts';
import { sealPasses, seals, sealShares } from './tables.ts';

const closedOf = ({ db }: Pick<Ctx, 'db'>, subjectId: string) =>
	db
		.select({ id: seals.id })
		.from(seals)
		.where(and(eq(seals.subjectId, subjectId), isNull(seals.openedAt)));

/** How it stands with the shares of what is still closed. */
export type Shares = {
	isClosed: boolean;
	/** Who has a share for the key they have now in every seal that is closed. */
	whole: Set<string>;
	/** For whom one of two has given their half. */
	half: Set<string>;
	/** Who has any share, for whichever of their keys. */
	holders: Set<string>;
};

/** Who of these openers can open what is closed, and who waits for a share. The caller has asked who reads. */
export async function loadShares(
	ctx: Pick<Ctx, 'db'>,
	{ subjectId, openers }: { subjectId: string; openers: readonly Opener[] }
): Promise<Shares> {
	const ids = (await closedOf(ctx, subjectId)).map(({ id }) => id);
	const none = { isClosed: false, whole: new Set<string>(), half: new Set<string>(), holders: new Set<string>() };
	if (!ids.length) return none;
	const shares = await ctx.db
		.select({ sealId: sealShares.sealId, personId: sealShares.personId, recipient: sealShares.recipient })
		.from(sealShares)
		.where(inArray(sealShares.sealId, ids));
	const passes = await ctx.db
		.select({ personId: sealPasses.toPersonId, recipient: sealPasses.recipient })
		.from(sealPasses)
		.where(inArray(sealPasses.sealId, ids));
	const isWhole = ({ personId, recipient }: Opener) =>
		ids.every((id) => shares.some((one) => one.sealId === id && one.personId === personId && one.recipient === recipient));
	const isHalf = ({ personId, recipient }: Opener) => passes.some((one) => one.personId === personId && one.recipient === recipient);
	const those = (is: (one: Opener) => boolean) => new Set(openers.filter(is).map(({ personId }) => personId));
	const holders = new Set(shares.flatMap(({ personId }) => (personId ? [personId] : [])));
	return { isClosed: true, whole: those(isWhole), half: those((one) => !isWhole(one) && isHalf(one)), holders };
}

/** The key opens one's own share in everything that is closed; nothing else is opened. Throws 422. */
export async function tryShares(ctx: Ctx, { subjectId, key }: { subjectId: string; key: string }): Promise<void> {
	const ids = (await closedOf(ctx, subjectId)).map(({ id }) => id);
	const own = ids.length
		? await ctx.db
				.select()
				.from(sealShares)
				.where(and(inArray(sealShares.sealId, ids), eq(sealShares.personId, ctx.actor?.id ?? '')))
		: [];
	const identity = await identityIn(key);
	for (const share of own) await shareWith(share, identity);
}
