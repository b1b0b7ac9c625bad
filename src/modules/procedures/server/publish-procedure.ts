import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import { slugOf } from '#modules/properties/address.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { deadlineOf, frozenOf } from '../frozen.ts';
import type { Partner } from '../partner.ts';
import { isDirect, type Kind } from '../procedure.ts';
import { missingOf } from '../whole.ts';
import { heldByTown } from './internal/procedure-for.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadGrant } from './internal/load-grant.ts';
import { loadMembers } from './internal/load-members.ts';
import { writePage } from './internal/page.ts';
import { tellNamed } from './internal/tell.ts';
import { loadPartner } from './load-partner.ts';
import { moveProcedure } from './move-procedure.ts';
import { sealBoxes } from './seal-boxes.ts';
import { tellFollowers } from './tell-followers.ts';
import { procedureCalls } from './tables.ts';

/** Why nobody else is asked stands in the record for everybody; who it is, only as a commitment. */
const reasonsOf = (kind: Kind, partner: Partner | null): Record<string, string> =>
	isDirect(kind) && partner ? { reasons: partner.reasons } : {};
/** What whoever followed the procedure before hears. */
const goesOn = ({ id, title }: { id: string; title: string }) => ({
	...{ kind: 'procedure-goes-on', key: id, title: 'Es geht weiter' },
	text: `„${title}“ ist veröffentlicht. Der Weg dorthin steht auf der Seite des früheren Verfahrens.`
});

/** Publishes a finished draft: freezes what concepts are weighed by, hashes it, and opens the box. Returns the address word. Whoever is named in it hears. Throws 401, 404, 409. */
export function publishProcedure(ctx: Ctx, { id }: { id: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await heldByTown(inside, id);
		const { row, house } = held;
		await checkMayShow(inside, { kind: 'procedure', id });
		const [criteria, members] = [await loadCriteria(inside, id), await loadMembers(inside, id)];
		const [grant, partner] = [await loadGrant(inside, id), await loadPartner(inside, id)];
		const missing = missingOf({ procedure: row, house, criteria, members, today: dayOf(ctx.now), grant, partner });
		if (missing.length) throw refused('not-whole', `Das fehlt noch: ${missing.map(({ text }) => text).join(' ')}`);
		const frozen = frozenOf(row, criteria);
		const deadline = deadlineOf(frozen, row.round);
		if (!deadline || deadline <= ctx.now)
			throw refused('deadline-past', 'Der Abgabetermin liegt in der Vergangenheit. Bitte den Zeitplan anpassen.');
		const hash = await sha256(canonical(frozen));
		const slug = `${slugOf(row.title)}-${row.number}`;
		await moveProcedure(inside, {
			...{ id, move: 'publish', facts: { call: hash, version: 1, deadline: deadline.toISOString(), ...reasonsOf(row.kind, partner) } },
			sealed: isDirect(row.kind) && partner ? { partner: { name: partner.name } } : undefined,
			set: { slug, publishedAt: ctx.now, deadline }
		});
		await db.insert(procedureCalls).values({ procedureId: id, version: 1, frozen, hash, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
		await writePage(inside, held, { frozen, version: 1, hash, deadline, slug });
		if (!isDirect(row.kind)) await sealBoxes(inside, row, deadline);
		if (row.repeats) await tellFollowers(inside, row.repeats, goesOn(row));
		const told = { kind: 'procedure-published', subjectId: id, title: `Veröffentlicht: ${row.title}`, href: `/verfahren/${slug}` };
		await tellNamed(inside, id, { ...told, text: `Das Verfahren ist öffentlich. Die Frist endet am ${momentText(deadline)}.` });
		return slug;
	});
}
