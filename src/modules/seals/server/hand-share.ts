import { and, eq } from 'drizzle-orm';
import { combine } from 'shamir-secret-sharing';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recipientOf } from '../envelope.ts';
import { threshold } from '../seal.ts';
import type { WhichSeal } from './find-seal.ts';
import { identityIn, shareWith, type Share } from './internal/own-share.ts';
import { seals, sealShares } from './tables.ts';

export type Handed = { isOpen: boolean; /** Whose shares it took, in the order in which they came. */ by: (string | null)[] };

async function putTogether(shares: readonly Share[], recipient: string): Promise<string> {
	const parts = shares.map(({ handed }) => new Uint8Array(Buffer.from(handed ?? '', 'base64')));
	const identity = new TextDecoder().decode(await combine(parts));
	if ((await recipientOf(identity)) !== recipient)
		throw refused(
			'shares-broken',
			'Die beiden Teile ergeben zusammen keinen Schlüssel. Ein Teil ist beschädigt: Bitte eine dritte Person um ihren.'
		);
	return identity;
}

/**
 * Takes the share of an opener, with their key; the second one puts the private half together. In the caller's transaction; who may and when, the
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
	const come = [...shares.filter(({ id, handed }) => handed && id !== own.id), { ...own, ...mine }].sort(
		(a, b) => Number(a.handedAt) - Number(b.handedAt)
	);
	const by = come.map(({ personId }) => personId);
	if (come.length < threshold) return { isOpen: false, by };
	const identity = await putTogether(come, seal.recipient);
	await ctx.db.update(seals).set({ identity, openedAt: ctx.now }).where(eq(seals.id, seal.id));
	await ctx.db.update(sealShares).set({ handed: null }).where(eq(sealShares.sealId, seal.id));
	return { isOpen: true, by };
}
