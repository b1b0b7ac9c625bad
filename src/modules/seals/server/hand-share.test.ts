import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { cast } from '#testing/cast.ts';
import { expect, test } from '#testing/world.ts';
import { createSeal } from './create-seal.ts';
import { handShare } from './hand-share.ts';
import { loadOpenedSeal } from './find-seal.ts';
import { lock } from '../envelope.ts';
import { sealShares } from './tables.ts';

const openers = ['ines', 'friedrich', 'oskar'] as const;

test.for(['another part', 'no part at all'])(
	'a part that was changed meanwhile (%s) does not keep the other two from opening',
	async (how, { as, db }) => {
		const which = { subjectId: newId(), round: 1, kind: 'concepts' } as const;
		const keys = await Promise.all(openers.map(async (who) => [who, await generateX25519Identity()] as const));
		const named = await Promise.all(
			keys.map(async ([who, key]) => ({ personId: cast[who].id, recipient: await identityToRecipient(key) }))
		);
		const recipient = await createSeal(as('ines'), { ...which, opensAt: null, openers: named });
		const [ines, friedrich, oskar] = keys.map(
			([who, key]) =>
				() =>
					handShare(as(who), { ...which, key })
		);
		expect(await ines?.()).toEqual({ isOpen: false, by: [cast.ines.id] });
		const [row] = await db.select().from(sealShares).where(eq(sealShares.personId, cast.ines.id));
		const changed = Buffer.from(row?.handed ?? '', 'base64');
		changed[3] = (changed[3] ?? 0) ^ 1;
		const handed = how === 'another part' ? changed.toString('base64') : 'AA==';
		await db.update(sealShares).set({ handed }).where(eq(sealShares.personId, cast.ines.id));
		expect((await friedrich?.())?.isOpen).toBe(false);
		expect(await oskar?.()).toEqual({ isOpen: true, by: [cast.friedrich.id, cast.oskar.id] });
		const open = await loadOpenedSeal(as(null), which);
		expect(new TextDecoder().decode((await open?.(await lock(new TextEncoder().encode('Werkhof'), [recipient]))) ?? undefined)).toBe(
			'Werkhof'
		);
	}
);
