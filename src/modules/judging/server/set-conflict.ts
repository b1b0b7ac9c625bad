import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { stepsOf } from '../conflict.ts';
import type { ConflictKind } from '../judging.ts';
import type { PanelMember } from '../panel.ts';
import { asManagerOf } from '../policy.ts';
import { isOpened } from '../steps.ts';
import { changingPanel } from './internal/load-panel.ts';
import { conflictDeclarations } from './tables.ts';

type Wish = { id: string; memberId: string; conceptId: string; kind: ConflictKind; reason: string };

/** Every place in which the same person is named. */
const sameAs = (one: PanelMember, other: PanelMember) =>
	one.memberId === other.memberId ||
	(one.personId !== null && one.personId === other.personId) ||
	(one.email !== null && one.email === other.email);

/** Whoever leads says that somebody has a conflict, or takes such a word back; never about themselves. For all steps, with a reason. Throws 401, 404, 409, 422. */
export async function setConflict(ctx: Ctx, { id, memberId, conceptId, kind, reason }: Wish): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManagerOf(panel, conceptId);
		const member = panel.members.find((one) => one.memberId === memberId);
		if (!member || !panel.concepts.some((one) => one.id === conceptId)) throw notFound();
		if (member.isMe) throw refused('yourself', 'Über sich selbst erklärt man im Formular „Ihre Erklärung“.', 'memberId');
		if (!isOpened(panel.state)) throw refused('too-early', 'Das geht erst nach der Öffnung.');
		const places = panel.members.filter((other) => sameAs(member, other));
		const rows = places.flatMap((place) =>
			stepsOf(place).map((step) => ({
				...{ id: newId(), procedureId: id, conceptId, memberId: place.memberId, step, kind, note: reason },
				...{ byPersonId: ctx.actor?.id ?? null, at: ctx.now }
			}))
		);
		if (!rows.length) throw refused('no-part', 'Diese Person nimmt an keinem Schritt teil.', 'memberId');
		await inside.db.insert(conflictDeclarations).values(rows);
		await appendEntry(inside, { recordId: id, kind: 'conflict.set', sealed: { memberId, conceptId, kind, reason } });
	});
}
