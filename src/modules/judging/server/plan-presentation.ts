import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { PresentationInput } from '../forms.ts';
import { asManager, conceptFor, inState, locked } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { putSlot } from './internal/put-slot.ts';
import { tellWriters } from './internal/tell.ts';
import { presentations } from './tables.ts';

type Planning = { id: string; number: number; input: PresentationInput };

/** Invites a group to present its concept: time and place; everybody who writes it hears. Throws 401, 404, 409, 422. */
export async function planPresentation(ctx: Ctx, { id, number, input }: Planning): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		inState(panel, 'deliberation');
		if (panel.lockedAt) throw refused('locked', locked);
		const concept = conceptFor(panel, number, 'deliberation');
		if (concept.state !== 'valid') throw refused('excluded', 'Dieses Konzept ist ausgeschlossen.');
		const numberOf = (conceptId: string) => panel.concepts.find((one) => one.id === conceptId)?.number ?? '';
		const version = await putSlot(inside, {
			...{ procedureId: id, conceptId: concept.id, input },
			clash: (conceptId) => `Um diese Zeit stellt sich schon Konzept ${numberOf(conceptId)} vor.`
		});
		const { startsAt, minutes, place, note } = input;
		const text = `„${panel.title}“: Am ${momentText(startsAt)} stellt Ihr der Jury Euer Konzept vor, ${minutes} Minuten. Ort: ${place}.`;
		const data = { title: 'Ihr stellt Euer Konzept vor', text, href: `/konto/konzepte/${concept.id}/vorstellung` };
		await tellWriters(inside, `presentation.${version}`, [{ conceptId: concept.id, data }]);
		await appendEntry(inside, {
			...{ recordId: id, kind: 'presentation.planned', facts: { concept: number, at: startsAt.toISOString() } },
			sealed: { place, minutes, note }
		});
	});
}

/** Calls it off; everybody who writes the concept hears. Throws 401, 404, 409. */
export async function cancelPresentation(ctx: Ctx, { id, number, reason }: { id: string; number: number; reason: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		inState(panel, 'deliberation');
		const concept = conceptFor(panel, number, 'deliberation');
		const [planned] = await inside.db.select().from(presentations).where(eq(presentations.conceptId, concept.id));
		if (!planned || planned.cancelledAt) throw refused('not-planned', 'Hier ist keine Vorstellung geplant.');
		const version = planned.version + 1;
		await inside.db.update(presentations).set({ cancelledAt: ctx.now, version }).where(eq(presentations.conceptId, concept.id));
		const text = `„${panel.title}“: Der Termin am ${momentText(planned.startsAt)} findet nicht statt. ${reason}`;
		const data = { title: 'Eure Vorstellung fällt aus', text, href: `/konto/konzepte/${concept.id}/vorstellung` };
		await tellWriters(inside, `presentation.${version}`, [{ conceptId: concept.id, data }]);
		await appendEntry(inside, { recordId: id, kind: 'presentation.cancelled', facts: { concept: number }, sealed: { reason } });
	});
}
