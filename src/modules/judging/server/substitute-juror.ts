import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { admittedOf, hasChair, standingOf } from '../panel.ts';
import { asManager, asManagerOf, inState } from '../policy.ts';
import { whyAway } from '../seat.ts';
import { changingPanel } from './internal/load-panel.ts';
import { substitutions } from './tables.ts';

type Wish = { id: string; memberId: string; conceptId?: string | undefined; reason: string };

/** Whoever leads lets the deputy score in a juror's place, for one concept or for all that are not handed in. Throws 401, 404, 409, 422. */
export async function substituteJuror(ctx: Ctx, { id, memberId, conceptId, reason }: Wish): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		if (conceptId) asManagerOf(panel, conceptId);
		else asManager(panel);
		inState(panel, 'precheck', 'scoring');
		const juror = panel.members.find((one) => one.memberId === memberId && hasChair(one));
		if (!juror || (conceptId && !panel.concepts.some((one) => one.id === conceptId))) throw notFound();
		if (!panel.seating.deputies.some(({ deputyFor }) => deputyFor === memberId))
			throw refused('no-deputy', `${juror.name} hat keine Vertretung. Es bleibt „ohne Stimme“, mit Grund.`, 'memberId');
		const isIn = (concept: string) =>
			panel.seating.reviews.some((one) => one.memberId === memberId && one.conceptId === concept && one.state !== 'open');
		const wanted = conceptId
			? [conceptId]
			: admittedOf(panel).flatMap(({ id }) => (standingOf(panel, id, 'deliberation') === 'conflict' ? [] : [id]));
		const open = wanted.filter((one) => !isIn(one) && whyAway(panel.seating, memberId, one) !== 'substituted');
		if (!open.length) throw refused('nothing-open', 'Hier ist nichts mehr offen, was die Vertretung übernehmen könnte.', 'memberId');
		const rows = open.map((one) => ({
			id: newId(),
			procedureId: id,
			memberId,
			conceptId: one,
			reason,
			byPersonId: ctx.actor?.id ?? null,
			at: ctx.now
		}));
		await inside.db.insert(substitutions).values(rows);
		await appendEntry(inside, {
			recordId: id,
			kind: 'juror.substituted',
			facts: { concepts: open.length },
			sealed: { memberId, concepts: open, reason }
		});
	});
}
