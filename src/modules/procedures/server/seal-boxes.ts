import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { createSeal } from '#modules/seals/server/create-seal.ts';
import { hasSpareKey, openersNeeded } from '../light.ts';
import { kindRules, type Kind, type PriceRule } from '../procedure.ts';
import { loadOpenerKeys } from './load-opener-keys.ts';

type Sealed = { id: string; kind: Kind; round: number; priceRule: PriceRule };

/** One box for the concepts of a round, and in the last one another for the offers where the price is weighed; openers keep their keys. In the caller's transaction. Throws 409 with too few keys. */
export async function sealBoxes(ctx: Ctx, { id, kind, round, priceRule }: Sealed, deadline: Date): Promise<void> {
	const openers = await loadOpenerKeys(ctx, id);
	const { keys } = openersNeeded(kind);
	if (openers.length < keys)
		throw refused(
			'too-few-keys',
			`Es braucht mindestens ${keys} Öffnende mit Schlüssel: Zwei öffnen zusammen${hasSpareKey(kind, keys) ? ', und einer darf fehlen' : ''}.`
		);
	const box = { subjectId: id, round, openers };
	await createSeal(ctx, { ...box, kind: 'concepts', opensAt: deadline });
	if (priceRule === 'weighted' && round === kindRules[kind].stages) await createSeal(ctx, { ...box, kind: 'offers', opensAt: null });
}
