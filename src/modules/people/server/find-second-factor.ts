import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { needsSecondFactor } from '../second-factor.ts';
import { authenticatorApps, passkeys, passwords, people, recoveryCodes } from './tables.ts';

export type HeldPasskey = { id: string; label: string; createdAt: Date; lastUsedAt: Date | null };
export type SecondFactor = {
	appSince: Date | null;
	passwordSince: Date | null;
	codesLeft: number;
	required: boolean;
	passkeys: HeldPasskey[];
};

/** How the person who asks secures their account. */
export async function findSecondFactor(ctx: Ctx): Promise<SecondFactor> {
	if (!ctx.actor) return { appSince: null, passwordSince: null, codesLeft: 0, required: false, passkeys: [] };
	const [row] = await ctx.db
		.select({
			appSince: authenticatorApps.createdAt,
			passwordSince: passwords.setAt,
			codesLeft: sql<number>`(${ctx.db
				.select({ n: sql`count(*)::int` })
				.from(recoveryCodes)
				.where(and(eq(recoveryCodes.personId, ctx.actor.id), isNull(recoveryCodes.usedAt)))})`
		})
		.from(people)
		.leftJoin(authenticatorApps, eq(authenticatorApps.personId, people.id))
		.leftJoin(passwords, eq(passwords.personId, people.id))
		.where(eq(people.id, ctx.actor.id));
	const { id, label, createdAt, lastUsedAt } = passkeys;
	const held = await ctx.db
		.select({ id, label, createdAt, lastUsedAt })
		.from(passkeys)
		.where(eq(passkeys.personId, ctx.actor.id))
		.orderBy(passkeys.id);
	const { appSince = null, passwordSince = null, codesLeft = 0 } = row ?? {};
	return { appSince, passwordSince, codesLeft, required: needsSecondFactor(ctx.actor.grants), passkeys: held };
}
