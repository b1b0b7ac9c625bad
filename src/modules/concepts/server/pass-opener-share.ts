import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import { whyNotName } from '#modules/procedures/naming.ts';
import { loadOpenerKeys } from '#modules/procedures/server/load-opener-keys.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { loadShares } from '#modules/seals/server/load-shares.ts';
import { passShare } from '#modules/seals/server/pass-share.ts';
import { asOpener } from './internal/as-opener.ts';

/**
 * An opener gives of their share to those who wait for one: two have to come, one after the other, and nothing is opened. Returns the names of who can
 * open now, and of who still waits for a second one. Throws 401, 403, 404, 409, 422.
 */
export function passOpenerShare(
	ctx: Ctx,
	{ id, secretKey }: { id: string; secretKey: string }
): Promise<{ whole: string[]; half: string[] }> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { head } = await asOpener(inside, id);
		const not = whyNotName({ role: 'opener', isDeputy: false, isSuccessor: false }, head);
		if (not) throw refused(not.code, not.message);
		await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.id, id)).for('update');
		const openers = await loadOpenerKeys(inside, id);
		const waiting = await loadShares(inside, { subjectId: id, openers });
		const to = openers.filter(({ personId }) => !waiting.whole.has(personId));
		if (!to.length) throw refused('nobody-waits', 'Gerade wartet niemand auf einen Teil.');
		const { whole, half } = await passShare(inside, { subjectId: id, key: secretKey, to });
		const nameOf = new Map(openers.map(({ personId, name }) => [personId, name]));
		const names = (ids: string[]) => ids.map((one) => nameOf.get(one) ?? '');
		if (whole.length) {
			const { holders } = await loadShares(inside, { subjectId: id, openers });
			const sealed = { by: ctx.actor?.name ?? '', to: names(whole) };
			await appendEntry(inside, { recordId: id, kind: 'seal.passed', facts: { openers: holders.size }, sealed });
			const told = {
				title: `Sie können mit öffnen: ${head.title}`,
				text: 'Zwei haben Ihnen einen Teil gegeben. Bitte probieren Sie Ihren Schlüssel jetzt aus.'
			};
			const about = { kind: 'opener.whole', subjectId: `${id}:${ctx.now.toISOString()}`, topic: 'procedure' as const };
			const data = { ...told, href: `/buero/verfahren/${id}/oeffnung` };
			await addNotices(
				inside,
				whole.map((personId) => ({ personId, ...about, data }))
			);
		}
		return { whole: names(whole), half: names(half) };
	});
}
