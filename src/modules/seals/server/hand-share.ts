import { and, eq } from 'drizzle-orm';
import { combine } from 'shamir-secret-sharing';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recipientOf } from '../envelope.ts';
import type { WhichSeal } from './find-seal.ts';
import { identityIn, shareWith, type Share } from './internal/own-share.ts';
import { seals, sealShares } from './tables.ts';

export type Handed = { isOpen: boolean; /** Whose shares it took, in the order in which they came. */ by: (string | null)[] };

/** The private half of the seal from these two, or null where one of them is damaged. */
async function putTogether(two: readonly Pick<Share, 'handed'>[], recipient: string): Promise<string | null> {
	try {
		const identity = new TextDecoder().decode(await combine(two.map(({ handed }) => new Uint8Array(Buffer.from(handed ?? '', 'base64')))));
		return (await recipientOf(identity)) === recipient ? identity : null;
	} catch {
		return null;
	}
}

async function open(ctx: Ctx, sealId: string, { identity, by }: { identity: string } & Pick<Handed, 'by'>): Promise<Handed> {
	await ctx.db.update(seals).set({ identity, openedAt: ctx.now }).where(eq(seals.id, sealId));
	await ctx.db.update(sealShares).set({ handed: null }).where(eq(sealShares.sealId, sealId));
	return { isOpen: true, by };
}

/**
 * Takes the share of an opener, with their key; the first two that fit put the private half together, and one that was damaged keeps nobody from it. In the caller's transaction; who may and when, the
 * caller has asked. The key itself is kept nowhere. Throws 404, 409 and 422.
 */
export async function handShare(ctx: Ctx, { key, ...which }: WhichSeal & { key: string }): Promise<Handed> {
	const isThat = and(eq(seals.subjectId, which.subjectId), eq(seals.round, which.round), eq(seals.kind, which.kind));
	const [seal] = await ctx.db.select().from(seals).where(isThat).for('update');
	if (!seal) throw notFound('Hier ist nichts verschlossen.');
	if (seal.openedAt) throw refused('opened-already', 'Hier ist schon geöffnet.');
	const shares = await ctx.db.select().from(sealShares).where(eq(sealShares.sealId, seal.id)).for('update');
	const own = shares.find(({ personId }) => personId !== null && personId === ctx.actor?.id);
	if (!own) throw refused('no-share', 'Für Sie ist hier kein Teil des Schlüssels hinterlegt. Öffnen können nur die benannten Personen.');
	const mine = { handed: Buffer.from(await shareWith(own, await identityIn(key))).toString('base64'), handedAt: ctx.now };
	if (own.handed === mine.handed) throw refused('handed-already', 'Ihr Schlüssel ist schon da. Jetzt fehlt noch der einer zweiten Person.');
	await ctx.db.update(sealShares).set(mine).where(eq(sealShares.id, own.id));
	const others = shares.filter(({ id, handed }) => handed && id !== own.id).sort((a, b) => Number(a.handedAt) - Number(b.handedAt));
	for (const other of others) {
		const identity = await putTogether([other, mine], seal.recipient);
		if (identity) return open(ctx, seal.id, { identity, by: [other.personId, own.personId] });
	}
	return { isOpen: false, by: [...others, own].map(({ personId }) => personId) };
}
