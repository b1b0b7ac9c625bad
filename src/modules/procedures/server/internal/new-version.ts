import { eq } from 'drizzle-orm';
import type { Json } from '#modules/records/entry.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { moveSeal } from '#modules/seals/server/move-seal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { changesOf } from '../../amendment.ts';
import { deadlineOf, type Frozen } from '../../frozen.ts';
import { amendedCall } from '../../public-call.ts';
import { loadFrozen } from '../load-frozen.ts';
import { procedureCalls, procedures } from '../tables.ts';
import { followCall } from './follow-call.ts';
import { changePage, loadPage } from './page.ts';
import type { ProcedureRow } from './procedure-for.ts';

/**
 * A later version of the call takes force: frozen and hashed like the first, on the public page, with the deadline, the seal and the working rows moved and
 * an entry in the record. In the caller's transaction, with the row held. Returns the new deadline.
 */
export async function newVersion(
	ctx: Ctx,
	row: ProcedureRow,
	{ after, reason, kind }: { after: Frozen; reason: string; kind: string }
): Promise<Date> {
	const { id, round } = row;
	const before = await loadFrozen(ctx, id);
	const version = before.version + 1;
	const hash = await sha256(canonical(after));
	const deadline = deadlineOf(after, round) ?? row.deadline ?? ctx.now;
	const by = ctx.actor?.id ?? null;
	await ctx.db.insert(procedureCalls).values({ procedureId: id, version, frozen: after, hash, reason, byPersonId: by, at: ctx.now });
	await ctx.db.update(procedures).set({ deadline }).where(eq(procedures.id, id));
	await followCall(ctx, id, after);
	const page = await loadPage(ctx, id);
	if (page) await changePage(ctx, id, { version, hash, deadline, content: amendedCall(page.content, after, row.hours) });
	if (deadline.getTime() !== row.deadline?.getTime()) await moveSeal(ctx, { subjectId: id, round, opensAt: deadline });
	const changes = changesOf(before.frozen, after).map(({ where, what, before, after }): Json => ({ where, what, before, after }));
	const facts = { version, reason, before: before.hash, call: hash, deadline: deadline.toISOString(), changes };
	await appendEntry(ctx, { recordId: id, kind, facts });
	return deadline;
}
