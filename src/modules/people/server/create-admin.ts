import type { Ctx } from '../actor.ts';
import { makeAdmin } from './internal/make-admin.ts';

/** Makes an administrator from the command line: whoever may run commands on the machine needs no further leave. Safe to repeat. */
export async function createAdmin(ctx: Ctx, { email, name = '' }: { email: string; name?: string }): Promise<string> {
	return ctx.db.transaction(async (db) => makeAdmin({ ...ctx, db }, { email: email.trim().toLowerCase(), name }));
}
