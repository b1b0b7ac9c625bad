import { and, eq, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Ctx } from '../../actor.ts';
import { authenticatorApps } from '../tables.ts';
import { takeOut } from '../vault.ts';

export const aboutApp = (personId: string): string => `authenticator app of ${personId}`;

/** Six digits, thirty seconds, SHA-1: what every app understands. `secret` is base32. */
export const appOf = (secret: string, label: string): TOTP =>
	new TOTP({ issuer: 'Gestaltungsraum', label, secret: Secret.fromBase32(secret), digits: 6, period: 30 });

/** The step of time in which this code is right, at most one beside now (clocks differ); null when it is wrong. */
export function stepOf(ctx: Pick<Ctx, 'now'>, { secret, code }: { secret: string; code: string }): number | null {
	const app = appOf(secret, '');
	const timestamp = ctx.now.getTime();
	const delta = app.validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 });
	return delta === null ? null : app.counter({ timestamp }) + delta;
}

/** Uses up a code of the person's app: each works once, even within its thirty seconds. */
export async function useAppCode(ctx: Pick<Ctx, 'db' | 'now'>, { personId, code }: { personId: string; code: string }): Promise<boolean> {
	const [app] = await ctx.db
		.select({ sealed: authenticatorApps.secret })
		.from(authenticatorApps)
		.where(eq(authenticatorApps.personId, personId));
	if (!app) return false;
	const step = stepOf(ctx, { secret: await takeOut(ctx, { sealed: app.sealed, about: aboutApp(personId) }), code });
	if (step === null) return false;
	const { rowCount } = await ctx.db
		.update(authenticatorApps)
		.set({ lastStep: step })
		.where(and(eq(authenticatorApps.personId, personId), lt(authenticatorApps.lastStep, step)));
	return rowCount === 1;
}
