import { timingSafeEqual } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '../actor.ts';
import { hasAdmin } from './has-admin.ts';
import { countAttempt } from './internal/count-attempt.ts';
import { makeAdmin } from './internal/make-admin.ts';
import { startSession } from './internal/start-session.ts';
import { secrets } from './tables.ts';

type FirstRun = { code: string; email: string; name: string; device: string };

/** Makes the first administrator with the code from the terminal and signs them in; afterwards there is nothing here (404). Returns the session's token. */
export async function makeFirstAdmin(ctx: Ctx, { code, email, name, device }: FirstRun): Promise<string> {
	if (await hasAdmin(ctx)) throw notFound();
	await countAttempt(ctx, { what: 'first-run', who: 'anybody', limit: 20, minutes: 15 });
	return ctx.db.transaction(async (db) => {
		await db.execute(sql`select pg_advisory_xact_lock(726002)`);
		if (await hasAdmin({ db })) throw notFound();
		const [kept] = await db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, 'first-run'));
		const given = Buffer.from(hashToken(code.trim().toUpperCase()));
		if (!kept || !timingSafeEqual(given, Buffer.from(kept.value)))
			throw refused('wrong-code', 'Dieser Code stimmt nicht. Er steht im Terminal, in dem die Anwendung zuletzt gestartet wurde.', 'code');
		const personId = await makeAdmin({ ...ctx, db }, { email, name });
		await db.delete(secrets).where(eq(secrets.name, 'first-run'));
		return startSession({ ...ctx, db }, { personId, device, way: 'setup' });
	});
}
