import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { unlock } from '../envelope.ts';
import type { SealKind } from '../seal.ts';
import { seals, sealShares } from './tables.ts';

export type WhichSeal = { subjectId: string; round: number; kind: SealKind };
export type FoundSeal = {
	id: string;
	/** The public half: whoever has it can put something in. */
	recipient: string;
	opensAt: Date | null;
	openedAt: Date | null;
	/** Who holds a share, and who has handed it over. */
	shares: { personId: string | null; handedAt: Date | null }[];
};

const isThat = ({ subjectId, round, kind }: WhichSeal) => and(eq(seals.subjectId, subjectId), eq(seals.round, round), eq(seals.kind, kind));

/** What may be known of a seal: never its private half. Null where there is none. */
export async function findSeal(ctx: Pick<Ctx, 'db'>, which: WhichSeal): Promise<FoundSeal | null> {
	const { id, recipient, opensAt, openedAt } = seals;
	const [seal] = await ctx.db.select({ id, recipient, opensAt, openedAt }).from(seals).where(isThat(which));
	if (!seal) return null;
	const shares = await ctx.db
		.select({ personId: sealShares.personId, handedAt: sealShares.handedAt })
		.from(sealShares)
		.where(eq(sealShares.sealId, seal.id))
		.orderBy(sealShares.id);
	return { ...seal, shares };
}

export type Open = (bytes: Uint8Array) => Promise<Uint8Array | null>;

/** What opens the things that were put in, once the openers have come; null before. The caller has asked who reads. */
export async function loadOpenedSeal(ctx: Pick<Ctx, 'db'>, which: WhichSeal): Promise<Open | null> {
	const [seal] = await ctx.db.select({ identity: seals.identity }).from(seals).where(isThat(which));
	const identity = seal?.identity;
	return identity ? (bytes) => unlock(bytes, identity) : null;
}
