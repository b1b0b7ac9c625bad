import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice, type NoticeData } from '#modules/people/server/add-notice.ts';
import { loadOpenerKeys } from '#modules/procedures/server/load-opener-keys.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { listOpenerKeys } from '#modules/seals/server/list-opener-keys.ts';
import { loadShares } from '#modules/seals/server/load-shares.ts';
import { isFresh, reminderOn } from '../opener-warnings.ts';

type Row = { id: string; title: string; deadline: Date | null };

async function tell(
	ctx: Pick<Ctx, 'db' | 'now'>,
	row: Row,
	{ to, key, data }: { to: readonly string[]; key: string; data: Omit<NoticeData, 'href'> }
) {
	let told = 0;
	for (const personId of to) {
		const about = {
			personId,
			kind: `opener.${key}`,
			subjectId: `${row.id}:${row.deadline?.toISOString() ?? ''}`,
			topic: 'procedure' as const
		};
		if (await addNotice(ctx, { ...about, data: { ...data, href: `/buero/verfahren/${row.id}/oeffnung` } })) told += 1;
	}
	return told;
}

async function remindOne(ctx: Pick<Ctx, 'db' | 'now'>, row: Row): Promise<number> {
	const days = reminderOn(row.deadline, ctx.now);
	if (days === null) return 0;
	const [openers, keys] = [await loadOpenerKeys(ctx, row.id), await listOpenerKeys(ctx, row.id)];
	const { whole } = await loadShares(ctx, { subjectId: row.id, openers });
	const stale = openers.filter(
		({ personId }) => whole.has(personId) && !isFresh({ triedAt: keys.find((one) => one.personId === personId)?.triedAt ?? null }, ctx.now)
	);
	if (!stale.length) return 0;
	const when = `In ${days} Tagen endet die Frist.`;
	const own = {
		title: `Haben Sie Ihren Schlüssel noch? ${row.title}`,
		text: `${when} Bitte probieren Sie ihn aus; geöffnet wird dabei nichts.`
	};
	const told = await tell(ctx, row, { to: stale.map(({ personId }) => personId), key: `try.${days}`, data: own });
	const isLead = and(eq(procedureMembers.procedureId, row.id), eq(procedureMembers.role, 'manager'), isNull(procedureMembers.leftAt));
	const [lead] = await ctx.db.select({ personId: procedureMembers.personId }).from(procedureMembers).where(isLead);
	const names = stale.map(({ name }) => name).join(', ');
	const forLead = {
		title: `Schlüssel nicht ausprobiert: ${row.title}`,
		text: `${when} ${names}: Bitte nachfragen, solange sich noch jemand anderes benennen lässt.`
	};
	return told + (await tell(ctx, row, { to: lead?.personId ? [lead.personId] : [], key: `lead.${days}`, data: forLead }));
}

/** A job every day: before a deadline whoever opens and has not shown their key lately is asked to try it, and whoever leads hears who it is. Says how many heard. */
export async function remindOpeners(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
	const rows = await ctx.db
		.select({ id: procedures.id, title: procedures.title, deadline: procedures.deadline })
		.from(procedures)
		.where(and(inArray(procedures.state, ['open', 'closed']), isNotNull(procedures.deadline)));
	let told = 0;
	for (const row of rows) told += await remindOne(ctx, row);
	return told;
}
