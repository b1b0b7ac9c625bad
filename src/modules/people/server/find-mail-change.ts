import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { confirmHours, mailChangeState, type MailChangeState } from '../mail-change.ts';
import { mailChanges } from './tables.ts';
import { verifyLink } from './verify-link.ts';

export type MailChange = { id: string; personId: string; oldEmail: string; newEmail: string; createdAt: Date; state: MailChangeState };

/** What a link of a mail about a new address is about; looking changes nothing. Throws 410 when the link is not ours or too old; null when the change is gone. */
export async function findMailChange(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ link, purpose }: { link: string; purpose: 'mail-change' | 'mail-change-back' }
): Promise<MailChange | null> {
	const { change = '' } = await verifyLink(ctx, { purpose, token: link });
	const [row] = await ctx.db.select().from(mailChanges).where(eq(mailChanges.id, change));
	return row ? { ...row, state: mailChangeState(row, ctx.now) } : null;
}

/** The new address that still waits for its answer, for the person who asks. */
export async function findWaitingMailChange(ctx: Ctx): Promise<{ newEmail: string; until: Date } | null> {
	if (!ctx.actor) return null;
	const own = and(eq(mailChanges.personId, ctx.actor.id), isNull(mailChanges.confirmedAt));
	const [row] = await ctx.db.select().from(mailChanges).where(own).orderBy(desc(mailChanges.createdAt)).limit(1);
	if (!row || mailChangeState(row, ctx.now) !== 'open') return null;
	return { newEmail: row.newEmail, until: new Date(row.createdAt.getTime() + confirmHours * 3_600_000) };
}
