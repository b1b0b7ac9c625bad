import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { split } from 'shamir-secret-sharing';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { lock } from '../envelope.ts';
import { pointOf } from '../pass.ts';
import { threshold, type Opener, type SealKind } from '../seal.ts';
import { seals, sealShares } from './tables.ts';

export type SealInput = { subjectId: string; round: number; kind: SealKind; opensAt: Date | null; openers: readonly Opener[] };

async function shareFor({ recipient }: Opener, share: Uint8Array): Promise<string> {
	return Buffer.from(await lock(share, [recipient])).toString('base64');
}

/** Makes a seal and gives each opener a share, encrypted for them; the private half exists in memory until this returns. In the caller's transaction. Returns its public half. Throws 409 where nobody could open it again. */
export async function createSeal(ctx: Ctx, { openers, ...about }: SealInput): Promise<string> {
	if (new Set(openers.map(({ personId }) => personId)).size < threshold)
		throw refused('too-few-keys', 'Verschließen lässt sich nur, was zwei verschiedene Menschen mit ihren Schlüsseln wieder öffnen können.');
	const identity = await generateX25519Identity();
	const recipient = await identityToRecipient(identity);
	const shares = await split(new TextEncoder().encode(identity), openers.length, threshold);
	const id = newId();
	await ctx.db.insert(seals).values({ id, ...about, recipient, createdAt: ctx.now });
	const rows = await Promise.all(
		openers.map(async (opener, n) => {
			const share = shares[n] ?? new Uint8Array();
			const about = { id: newId(), sealId: id, personId: opener.personId, recipient: opener.recipient };
			return { ...about, share: await shareFor(opener, share), point: pointOf(share) };
		})
	);
	await ctx.db.insert(sealShares).values(rows);
	return recipient;
}
