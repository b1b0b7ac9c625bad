import { and, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { procedureMembers } from './tables.ts';

/** Somebody who is named holds a key for what comes in, or does not any more. Throws 401, 404, 409, 422. */
export async function setOpener(ctx: Ctx, { id, memberId, isOpener }: { id: string; memberId: string; isOpener: boolean }): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		const own = and(eq(procedureMembers.id, memberId), eq(procedureMembers.procedureId, id));
		const [member] = await inside.db.select().from(procedureMembers).where(own);
		if (!member) throw notFound('Diese Person ist nicht mehr eingetragen.');
		if (isOpener && !member.email && !member.personId)
			throw refused('no-mail', `Zu ${member.name} fehlt eine Mailadresse. Ohne Konto gibt es keinen Schlüssel.`);
		await inside.db.update(procedureMembers).set({ isOpener }).where(own);
	});
}
