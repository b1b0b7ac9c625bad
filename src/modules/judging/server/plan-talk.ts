import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { PresentationInput } from '../forms.ts';
import type { Panel } from '../panel.ts';
import { asManager, inState } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { hasTalks, loadTalks } from './internal/load-talks.ts';
import { putSlot } from './internal/put-slot.ts';
import { tellWriters } from './internal/tell.ts';
import { presentations } from './tables.ts';

type Which = { id: string; number: number };

/** The group with this number in the first stage, with its talk, for whoever leads and is free of it. */
async function talkFor(inside: Ctx, panel: Panel, number: number) {
	asManager(panel);
	if (!hasTalks(panel)) throw notFound();
	const one = (await loadTalks(inside, panel.procedureId)).find((talk) => talk.number === number);
	if (!one || panel.mine.some(({ memberId }) => panel.declared.hasConflict(memberId, one.conceptId))) throw notFound();
	return one;
}

/** Invites a group that was chosen to a talk before it hands in its concept: time and place. Throws 401, 404, 409, 422. */
export async function planTalk(ctx: Ctx, { id, number, input }: Which & { input: PresentationInput }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		const one = await talkFor(inside, panel, number);
		inState(panel, 'open');
		if (one.slot?.heldAt) throw refused('held', 'Dieses Gespräch ist schon festgehalten.');
		const clash = () => 'Um diese Zeit ist schon eine andere Gruppe da.';
		const version = await putSlot(inside, { procedureId: id, conceptId: one.conceptId, input, clash });
		const { startsAt, minutes, place, note } = input;
		const text = `„${panel.title}“: Am ${momentText(startsAt)} sprechen wir mit Euch über Eure Skizze, ${minutes} Minuten. Ort: ${place}.`;
		const data = { title: 'Einladung zum Gespräch', text, href: `/konto/konzepte/${one.conceptId}/vorstellung` };
		await tellWriters(inside, `talk.${version}`, [{ conceptId: one.conceptId, data }]);
		await appendEntry(inside, {
			...{ recordId: id, kind: 'dialogue.planned', facts: { concept: number, at: startsAt.toISOString() } },
			sealed: { place, minutes, note }
		});
	});
}

/** Calls it off; the group hears. Throws 401, 404, 409. */
export async function cancelTalk(ctx: Ctx, { id, number, reason }: Which & { reason: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		const one = await talkFor(inside, panel, number);
		inState(panel, 'open');
		if (!one.slot || one.slot.cancelledAt || one.slot.heldAt) throw refused('not-planned', 'Hier ist kein Gespräch geplant.');
		const version = one.slot.version + 1;
		await inside.db.update(presentations).set({ cancelledAt: ctx.now, version }).where(eq(presentations.conceptId, one.conceptId));
		const text = `„${panel.title}“: Der Termin am ${momentText(one.slot.startsAt)} findet nicht statt. ${reason}`;
		const data = { title: 'Euer Gespräch fällt aus', text, href: `/konto/konzepte/${one.conceptId}/vorstellung` };
		await tellWriters(inside, `talk.${version}`, [{ conceptId: one.conceptId, data }]);
		await appendEntry(inside, { recordId: id, kind: 'dialogue.cancelled', facts: { concept: number }, sealed: { reason } });
	});
}

/** Puts down what was said, also that a group did not come: it reads it, nobody else's. Throws 401, 404, 409. */
export async function holdTalk(ctx: Ctx, { id, number, said }: Which & { said: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		const one = await talkFor(inside, panel, number);
		inState(panel, 'open', 'closed', 'precheck');
		if (!one.slot || one.slot.cancelledAt) throw refused('not-planned', 'Bitte zuerst einen Termin eintragen.');
		if (one.slot.startsAt > ctx.now) throw refused('not-yet', 'Dieses Gespräch steht noch bevor.');
		const version = one.slot.version + 1;
		const held = { said, heldAt: one.slot.heldAt ?? ctx.now, version, updatedAt: ctx.now };
		await inside.db.update(presentations).set(held).where(eq(presentations.conceptId, one.conceptId));
		const text = `„${panel.title}“: Was besprochen wurde, steht jetzt da. Bitte meldet Euch, wenn etwas nicht stimmt.`;
		const data = { title: 'Niederschrift Eures Gesprächs', text, href: `/konto/konzepte/${one.conceptId}/vorstellung` };
		await tellWriters(inside, `talk.${version}`, [{ conceptId: one.conceptId, data }]);
		await appendEntry(inside, { recordId: id, kind: 'dialogue.held', facts: { concept: number }, sealed: { minutes: said } });
	});
}
