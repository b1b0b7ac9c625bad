import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { hasOwner } from '../policy.ts';
import { steps, whyNotStep, type Step, type State } from '../procedure.ts';
import { missingOf } from '../whole.ts';
import { heldProcedure, type Held } from './internal/procedure-for.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadGrant } from './internal/load-grant.ts';
import { loadMembers } from './internal/load-members.ts';
import { tellNamed } from './internal/tell.ts';
import { procedures, procedureSteps } from './tables.ts';

const tellReady = (ctx: Ctx, { row, house }: Held): Promise<void> =>
	tellNamed(ctx, row.id, {
		...{ kind: 'procedure-ready', subjectId: `${row.id}:${ctx.now.toISOString()}`, title: `Zum Lesen: ${row.title}` },
		text: `Der Aufruf zu „${house.title}“ ist fertig vorbereitet. Sie sind darin benannt.`,
		href: `/buero/verfahren/${row.id}/aufruf`
	});

/** The private owner is asked for their word, unless it was they who finished it. */
async function askOwner(ctx: Ctx, { row, house }: Held): Promise<void> {
	const { ownerPersonId: personId } = house;
	if (!hasOwner(house) || !personId || personId === ctx.actor?.id) return;
	const title = `Bitte freigeben: ${row.title}`;
	const text = `Der Entwurf zu „${house.title}“ ist fertig. Veröffentlicht wird er erst mit Ihrem Ja.`;
	const about = { kind: 'procedure-release', subjectId: `${row.id}:${ctx.now.toISOString()}`, topic: 'case' } as const;
	await addNotices(ctx, [{ ...about, personId, data: { title, text, href: `/buero/verfahren/${row.id}` } }]);
}

/** A word of the owner holds for the draft that it was given to. */
const stateOf = (state: State, now: Date) => ({
	state,
	discardedAt: state === 'discarded' ? now : null,
	releasedAt: null,
	releasedBy: null
});

/** Finishes a draft, takes it back, discards or restores it. What stands against it comes as a sentence. Whoever is named hears when it is finished. Throws 401, 404, 409, 422. */
export async function stepProcedure(ctx: Ctx, { id, step, reason }: { id: string; step: Step; reason?: string }): Promise<State> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await heldProcedure(inside, id);
		const { row, house } = held;
		const [criteria, members] = [await loadCriteria(inside, id), await loadMembers(inside, id)];
		const grant = await loadGrant(inside, id);
		const missing = missingOf({ procedure: row, house, criteria, members, today: dayOf(ctx.now), grant }).map(({ text }) => text);
		const not = whyNotStep({ state: row.state, step, reason, missing });
		if (not) throw refused(not.code, not.message, not.field);
		const { to } = steps[step];
		const by = ctx.actor?.id ?? null;
		await db
			.update(procedures)
			.set({ ...stateOf(to, ctx.now), version: row.version + 1, updatedAt: ctx.now, updatedBy: by })
			.where(eq(procedures.id, id));
		const why = reason?.trim() || null;
		await db
			.insert(procedureSteps)
			.values({ id: newId(), procedureId: id, step, from: row.state, to, reason: why, byPersonId: by, at: ctx.now });
		await recordEvent(inside, 'procedure.stepped', { subjectId: id, data: { step, to } });
		if (step === 'finish') await tellReady(inside, held);
		if (step === 'finish') await askOwner(inside, held);
		return to;
	});
}
