import { inArray } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { openDb } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { leavesOf } from '#modules/procedures/criteria.ts';
import { answerPreflight } from '#modules/procedures/server/answer-preflight.ts';
import { attachFile } from '#modules/procedures/server/change-files.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { createProcedure } from '#modules/procedures/server/create-procedure.ts';
import { findCriteria, findMembers, listUnitNames } from '#modules/procedures/server/find-procedure.ts';
import { saveMember } from '#modules/procedures/server/save-member.ts';
import { inventTrials } from '#modules/procedures/server/save-trial.ts';
import { setWeights } from '#modules/procedures/server/set-weights.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { takeCriteria } from '#modules/procedures/server/take-criteria.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import { cast } from '#testing/cast.ts';
import { demoProcedures, type DemoProcedure } from './demo-procedures.ts';
import { openOne, placeOpeners } from './open-one.ts';

const day = 86_400_000;

function resolutionPdf(title: string, date: string): Uint8Array {
	const text =
		'Die Stadtverordnetenversammlung legt die Ziele für das Haus fest und beauftragt die Verwaltung, ein Konzeptverfahren vorzubereiten.';
	const paper = { title, date, sender: { name: 'Angermünde' }, accent: '#8d3b24', lead: 'Beispiel, erfunden' };
	return paperPdf({ ...paper, blocks: [{ kind: 'text', text }] });
}

async function placeMembers(ctx: Ctx, id: string, told: DemoProcedure['members']): Promise<void> {
	for (const { deputyOf, ...member } of told) {
		const { members } = deputyOf ? await findMembers(ctx, id) : { members: [] };
		const deputyFor = members.find(({ name }) => name === deputyOf)?.id ?? null;
		await saveMember(ctx, { id, input: { isOpener: false, ...member, deputyFor } });
	}
}

/** Writes a draft as it is told. Returns its id, or null where the house is missing. */
export async function placeOne(ctx: Ctx, told: DemoProcedure, store: House['store']): Promise<string | null> {
	const { begin, basics, template, weights, preflight, resolution } = told;
	const { items } = await listProperties(ctx, { q: told.house });
	const property = items.find(({ title }) => title === told.house);
	if (!property) return null;
	const names = await listUnitNames(ctx, property.id);
	const unitIds = Object.keys(names).filter((id) => told.units?.includes(names[id] ?? ''));
	const id = await createProcedure(ctx, { raum: property.id, unitIds, ...begin });
	if (template) await takeCriteria(ctx, { id, from: { key: template }, replace: false });
	const { criteria } = await findCriteria(ctx, id);
	const off = leavesOf(criteria).flatMap(({ id, title }): [string, number][] => (weights?.[title] ? [[id, weights[title]]] : []));
	if (off.length) await setWeights(ctx, { id, weights: new Map(off) });
	await changeProcedure(ctx, { id, input: { version: 1, unitIds, ...begin, ...basics } });
	await placeMembers(ctx, id, told.members);
	await answerPreflight(ctx, { id, version: 2, given: preflight });
	if (told.isRehearsed) await inventTrials(ctx, id);
	const upload = resolution ? { name: 'beschluss.pdf', bytes: resolutionPdf(resolution, dayOf(ctx.now)) } : null;
	if (upload && resolution) await attachFile(ctx, { id, store, upload, kind: 'resolution', title: resolution });
	return id;
}

/** Procedures of Angermünde: one finished, one in work with what stands out, one discarded, one open. All invented. */
export async function placeProcedures({ pool, store }: House, now: Date): Promise<void> {
	const ids: string[] = [];
	const at = (ago: number): Ctx => ({ db: openDb(pool), actor: cast.ines, now: new Date(now.getTime() - ago * day) });
	for (const [n, told] of demoProcedures.entries()) {
		const id = await placeOne(at(told.isOpen ? 45 : 30 + n), told, store);
		if (!id) continue;
		ids.push(id);
		if (told.isOpen) await placeOpeners(at(40), id);
		if (told.isReady) await stepProcedure(at(told.isOpen ? 20 : 6), { id, step: 'finish' });
		if (told.isOpen) await openOne(pool, { id, now });
		if (told.discarded) await stepProcedure(at(12), { id, step: 'discard', reason: told.discarded });
	}
	if (ids.length) await openDb(pool).update(procedures).set({ isDemo: true }).where(inArray(procedures.id, ids));
}
