import { and, count, eq, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '../actor.ts';
import { plainCode } from '../second-factor.ts';
import { useAppCode } from './internal/app-codes.ts';
import { atTheDoor } from './internal/at-the-door.ts';
import { countAttempt } from './internal/count-attempt.ts';
import { markShown } from './internal/mark-shown.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { recoveryCodes } from './tables.ts';

/** `code` is what the app shows, `recovery` one of the codes kept for a lost phone. */
export type ShownFactor = { code: string } | { recovery: string };

/** Shows the second factor for this session. Throws 422 at a wrong or used code, 429 after ten tries in a quarter of an hour or forty in a day. */
export async function confirmSecondFactor(ctx: Ctx, shown: ShownFactor): Promise<void> {
	const { person, session } = atTheDoor(ctx);
	await countAttempt(ctx, { what: 'second factor', who: person.id, limit: 10, minutes: 15 });
	await countAttempt(ctx, { what: 'second factor of a day', who: person.id, limit: 40, minutes: 24 * 60 });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if ('recovery' in shown) await useRecoveryCode(inside, { person, code: shown.recovery });
		else if (!(await useAppCode(inside, { personId: person.id, code: shown.code })))
			throw refused('wrong-code', 'Dieser Code passt nicht. Bitte den eingeben, den die App jetzt zeigt; jeder gilt nur einmal.', 'code');
		await markShown(inside, { sessionId: session.id, personId: person.id });
	});
}

async function useRecoveryCode(ctx: Ctx, { person, code }: { person: { id: string; email: string }; code: string }): Promise<void> {
	const own = and(eq(recoveryCodes.personId, person.id), isNull(recoveryCodes.usedAt));
	const { rowCount } = await ctx.db
		.update(recoveryCodes)
		.set({ usedAt: ctx.now })
		.where(and(own, eq(recoveryCodes.hash, hashToken(plainCode(code)))));
	if (!rowCount) throw refused('wrong-code', 'Dieser Code passt nicht, oder er wurde schon benutzt. Jeder gilt nur einmal.', 'recovery');
	const [left] = await ctx.db.select({ n: count() }).from(recoveryCodes).where(own);
	await tellOfWayIn(ctx, {
		kind: 'recovery-code.used',
		person,
		title: 'Ein Wiederherstellungscode wurde benutzt',
		text: `Damit wurde gerade eine Anmeldung bestätigt. Es bleiben ${left?.n ?? 0}. Neue macht man im Konto unter „Sicherheit“.`,
		data: { left: left?.n ?? 0 }
	});
}
