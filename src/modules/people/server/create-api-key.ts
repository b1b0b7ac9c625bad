import { newId } from '#lib/server/id.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import { hashToken, newToken } from '#lib/server/token.ts';
import type { Ctx, Scope } from '../actor.ts';
import { isSignedInPerson } from '../policy.ts';
import { needsSecondFactor } from '../second-factor.ts';
import { listApiKeys } from './list-api-keys.ts';
import { recordEvent } from './record-event.ts';
import { apiKeys } from './tables.ts';

/** Makes a key that acts as its person within its scopes. Returns the key: this is the only moment it is known. */
export async function createApiKey(ctx: Ctx, { label, scopes }: { label: string; scopes: Scope[] }): Promise<string> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const active = (await listApiKeys(ctx)).filter((key) => !key.revokedAt);
	if (active.length >= 20)
		throw refused('too-many-keys', 'Mehr als 20 Schlüssel gehen nicht. Bitte zuerst einen widerrufen, der nicht mehr gebraucht wird.');
	const key = `gr_${newToken()}`;
	const id = newId();
	await ctx.db.transaction(async (db) => {
		const row = { id, personId: actor.id, label, scopes, privileged: needsSecondFactor(actor.grants), createdAt: ctx.now };
		await db.insert(apiKeys).values({ ...row, hash: hashToken(key) });
		await recordEvent({ ...ctx, db }, 'api-key.created', { subjectId: id, data: { label, scopes } });
	});
	return key;
}
