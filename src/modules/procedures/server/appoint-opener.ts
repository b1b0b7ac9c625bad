import { and, eq, isNull } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { dropShare } from '#modules/seals/server/drop-share.ts';
import { whyNotName } from '../naming.ts';
import { accountOf } from './internal/account-of.ts';
import { heldByTown, type Held } from './internal/procedure-for.ts';
import { tellAll } from './internal/tell.ts';
import { procedureMembers } from './tables.ts';

type Wish = { id: string; memberId: string; reason: string };
type Row = typeof procedureMembers.$inferSelect;

async function memberIn(ctx: Ctx, { id, memberId }: Wish): Promise<Held & { member: Row }> {
	const held = await heldByTown(ctx, id);
	const own = and(eq(procedureMembers.id, memberId), eq(procedureMembers.procedureId, id), isNull(procedureMembers.leftAt));
	const [member] = await ctx.db.select().from(procedureMembers).where(own).for('update');
	if (!member) throw notFound('Diese Person ist nicht mehr eingetragen.');
	return { ...held, member };
}

const setOpening = ({ db }: Ctx, memberId: string, isOpener: boolean) =>
	db.update(procedureMembers).set({ isOpener }).where(eq(procedureMembers.id, memberId));

/**
 * Somebody who takes part opens as well from now on, in what is published already: they make a key, and two openers give them a share. Throws 401, 403,
 * 404, 409.
 */
export async function appointOpener(ctx: Ctx, wish: Wish): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, member } = await memberIn(inside, wish);
		const not = whyNotName({ role: 'opener', isDeputy: false, isSuccessor: false }, row);
		if (not) throw refused(not.code, not.message);
		if (member.isOpener) throw refused('opens-already', `${member.name} öffnet schon mit.`);
		const account = await accountOf(inside, member);
		if (!account) throw refused('no-account', `${member.name} hat noch kein Konto. Ohne Konto gibt es keinen Schlüssel.`);
		await setOpening(inside, member.id, true);
		const sealed = { memberId: member.id, name: member.name, reason: wish.reason };
		await appendEntry(inside, { recordId: row.id, kind: 'opener.named', sealed });
		await tellAll(inside, [account], {
			...{ kind: 'procedure-opener', subjectId: `${member.id}:${ctx.now.toISOString()}`, href: `/buero/verfahren/${row.id}/oeffnung` },
			title: `Sie öffnen mit: ${row.title}`,
			text: 'Bitte machen Sie jetzt Ihren Schlüssel. Danach geben Ihnen zwei, die schon öffnen, einen Teil.'
		});
	});
}

/** Somebody opens no more; what else they do stays. Throws 401, 403, 404, and 409 where too few would be left. */
export async function retireOpener(ctx: Ctx, wish: Wish): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, member } = await memberIn(inside, wish);
		if (!member.isOpener || member.role === 'opener') throw notFound('Diese Person öffnet nicht mehr mit.');
		const account = await accountOf(inside, member);
		if (account) await dropShare(inside, { subjectId: row.id, personId: account });
		await setOpening(inside, member.id, false);
		const sealed = { memberId: member.id, name: member.name, reason: wish.reason };
		await appendEntry(inside, { recordId: row.id, kind: 'opener.retired', sealed });
	});
}
