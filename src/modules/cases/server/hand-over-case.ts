import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { isWritable, type Holder } from '../case.ts';
import type { HandOverInput } from '../forms-case.ts';
import { caseDocuments, caseInternalNotes, cases } from './case-tables.ts';
import { caseAtDesk, deskOf, type AtDesk } from './internal/case-for.ts';
import { insertParty } from './internal/insert-party.ts';
import { noteStep } from './internal/note-step.ts';
import { tellDesk, tellParties } from './internal/tell.ts';

type Next = { holder: Holder; organisationId: string; networkId: string | null; name: string };

async function nextOf(ctx: Ctx, { row }: AtDesk, { ort, networkId }: HandOverInput): Promise<Next> {
	if (networkId) {
		const [network] = await ctx.db.select({ name: networks.name }).from(networks).where(eq(networks.id, networkId));
		if (!network) throw refused('no-network', 'Dieses Netzwerk gibt es nicht mehr.', 'networkId');
		return { holder: 'network', organisationId: row.organisationId, networkId, name: `Büro von „${network.name}“` };
	}
	if (!ort) throw refused('nobody', 'Bitte eine Kommune nennen oder ein Netzwerk wählen.', 'ort');
	const place = await findPlace(ctx, ort);
	if (!place) throw refused('no-such-place', 'Diesen Ort kennen wir nicht. Bitte mit Postleitzahl, zum Beispiel 16278 Angermünde.', 'ort');
	const organisationId = await ensureMunicipalityOrganisation(ctx, place.ags);
	const [town] = await ctx.db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId));
	return { holder: 'organisation', organisationId, networkId: null, name: town?.name ?? ort };
}

/** Whoever led it stays as a party: they read on what is shared. */
async function stayAsParty(ctx: Ctx, { row, organisation }: AtDesk): Promise<void> {
	if (row.holder !== 'organisation') return;
	const role = organisation.ags ? 'municipality' : 'adviser';
	await insertParty(ctx, row, { organisationId: row.organisationId, name: organisation.name, role, access: 'shared' });
}

/**
 * Hands a case to another municipality or to the office of a network. The parties hear of it with the reason. Internal notes and documents go along
 * only where the office says so; else the next one does not see them. Throws 404, 409, 422.
 */
export async function handOverCase(ctx: Ctx, { id, input }: { id: string; input: HandOverInput }): Promise<{ name: string }> {
	await caseAtDesk(ctx, id);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const at = await caseAtDesk(inside, id, { lock: true });
		const { row } = at;
		if (!isWritable(row.state)) throw refused('case-ended', 'Dieser Fall ist beendet. Bitte zuerst wieder öffnen.');
		const next = await nextOf(inside, at, input);
		const { name, ...held } = next;
		if (deskOf(next) === deskOf(row)) throw refused('same', 'Dort liegt der Fall schon.', input.networkId ? 'networkId' : 'ort');
		await stayAsParty(inside, at);
		const fresh = { state: 'new', assigneeId: null, backupId: null, nextStep: null, nextStepOn: null, nextStepRemindedOn: null } as const;
		const awake = { sleepFrom: null, sleepUntil: null, sleepReason: null, escalatedAt: null, escalatedTo: null, escalatedWhy: null };
		const [after] = await db
			.update(cases)
			.set({ ...held, ...fresh, ...awake, waitingSince: ctx.now, updatedAt: ctx.now })
			.where(eq(cases.id, id))
			.returning();
		if (!after) return { name };
		if (input.withNotes)
			for (const table of [caseInternalNotes, caseDocuments])
				await db
					.update(table)
					.set({ desk: deskOf(after) })
					.where(and(eq(table.caseId, id), eq(table.desk, deskOf(row))));
		const reason = `An ${name}: ${input.reason}`;
		await noteStep(inside, {
			caseId: id,
			machine: 'case',
			subjectId: id,
			step: 'hand_over',
			from: row.state,
			to: 'new',
			reason,
			isShared: true
		});
		const subjectId = `${id}:${ctx.now.toISOString()}`;
		await tellParties(inside, after, { kind: 'case-handed', subjectId, title: `Jetzt zuständig: ${name}`, text: input.reason });
		await tellDesk(inside, after, { kind: 'case-new', subjectId, title: `Übergeben: ${after.title}`, text: input.reason });
		return { name };
	});
}
