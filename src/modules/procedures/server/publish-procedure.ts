import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import { slugOf } from '#modules/properties/address.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { fewestOpeners } from '#modules/seals/seal.ts';
import { createSeal } from '#modules/seals/server/create-seal.ts';
import { deadlineOf, frozenOf } from '../frozen.ts';
import { kindRules } from '../procedure.ts';
import { missingOf } from '../whole.ts';
import { heldProcedure, type Held } from './internal/procedure-for.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadMembers } from './internal/load-members.ts';
import { loadOpenerKeys } from './internal/opener-keys.ts';
import { writePage } from './internal/page.ts';
import { tellNamed } from './internal/tell.ts';
import { moveProcedure } from './move-procedure.ts';
import { procedureCalls } from './tables.ts';

/** One box for the concepts of the round, and one for the offers where the price is weighed. */
async function sealBoxes(ctx: Ctx, { row }: Held, deadline: Date): Promise<void> {
	const openers = await loadOpenerKeys(ctx, row.id);
	if (openers.length < fewestOpeners)
		throw refused(
			'too-few-keys',
			`Es braucht mindestens ${fewestOpeners} Öffnende mit Schlüssel: Zwei öffnen zusammen, und einer darf fehlen.`
		);
	const box = { subjectId: row.id, round: row.round, openers };
	await createSeal(ctx, { ...box, kind: 'concepts', opensAt: deadline });
	if (row.priceRule === 'weighted' && row.round === kindRules[row.kind].stages)
		await createSeal(ctx, { ...box, kind: 'offers', opensAt: null });
}

/** Publishes a finished draft: freezes what concepts are weighed by, hashes it, and opens the box. Returns the address word. Whoever is named in it hears. Throws 401, 404, 409. */
export function publishProcedure(ctx: Ctx, { id }: { id: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await heldProcedure(inside, id);
		const { row, house } = held;
		await checkMayShow(inside, { kind: 'procedure', id });
		const [criteria, members] = [await loadCriteria(inside, id), await loadMembers(inside, id)];
		const missing = missingOf({ procedure: row, house, criteria, members, today: dayOf(ctx.now) });
		if (missing.length) throw refused('not-whole', `Das fehlt noch: ${missing.map(({ text }) => text).join(' ')}`);
		const frozen = frozenOf(row, criteria);
		const deadline = deadlineOf(frozen, row.round);
		if (!deadline || deadline <= ctx.now)
			throw refused('deadline-past', 'Der Abgabetermin liegt in der Vergangenheit. Bitte den Zeitplan anpassen.');
		const hash = await sha256(canonical(frozen));
		const slug = `${slugOf(row.title)}-${row.number}`;
		await moveProcedure(inside, {
			...{ id, move: 'publish', facts: { call: hash, version: 1, deadline: deadline.toISOString() } },
			set: { slug, publishedAt: ctx.now, deadline }
		});
		await db.insert(procedureCalls).values({ procedureId: id, version: 1, frozen, hash, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
		await writePage(inside, held, { frozen, version: 1, hash, deadline, slug });
		await sealBoxes(inside, held, deadline);
		const told = { kind: 'procedure-published', subjectId: id, title: `Veröffentlicht: ${row.title}`, href: `/verfahren/${slug}` };
		await tellNamed(inside, id, { ...told, text: `Das Verfahren ist öffentlich. Die Frist endet am ${momentText(deadline)}.` });
		return slug;
	});
}
