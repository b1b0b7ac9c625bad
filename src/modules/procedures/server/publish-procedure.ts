import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import { slugOf } from '#modules/properties/address.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { frozenOf } from '../frozen.ts';
import { kindRules } from '../procedure.ts';
import { missingOf } from '../whole.ts';
import { heldProcedure } from './internal/procedure-for.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadMembers } from './internal/load-members.ts';
import { moveProcedure } from './move-procedure.ts';
import { sealBoxes } from './seal-boxes.ts';
import { procedureCalls } from './tables.ts';

/** Publishes a finished draft: freezes what concepts are weighed by, hashes it, and opens the box. Returns the address word. Throws 401, 404, 409. */
export function publishProcedure(ctx: Ctx, { id }: { id: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await heldProcedure(inside, id);
		const { row, house } = held;
		const [criteria, members] = [await loadCriteria(inside, id), await loadMembers(inside, id)];
		const missing = missingOf({ procedure: row, house, criteria, members, today: dayOf(ctx.now) });
		if (missing.length) throw refused('not-whole', `Das fehlt noch: ${missing.map(({ text }) => text).join(' ')}`);
		const frozen = frozenOf(row, criteria);
		const until = kindRules[row.kind].stages === 2 ? frozen.timeline.first_until : frozen.timeline.deadline;
		const deadline = new Date(until ?? NaN);
		if (!(deadline > ctx.now)) throw refused('deadline-past', 'Der Abgabetermin liegt in der Vergangenheit. Bitte den Zeitplan anpassen.');
		const hash = await sha256(canonical(frozen));
		const slug = `${slugOf(row.title)}-${row.number}`;
		await moveProcedure(inside, {
			...{ id, move: 'publish', facts: { call: hash, version: 1, deadline: deadline.toISOString() } },
			set: { slug, publishedAt: ctx.now, deadline }
		});
		await db.insert(procedureCalls).values({ procedureId: id, version: 1, frozen, hash, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
		await sealBoxes(inside, row, deadline);
		return slug;
	});
}
