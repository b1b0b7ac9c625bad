import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { newId } from '#lib/server/id.ts';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import { takeUpMatch } from '#modules/matching/server/take-up-match.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { listOwnOffices } from '#modules/networks/server/list-own-offices.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotNextStep } from '../case.ts';
import type { OpenCaseInput } from '../forms-case.ts';
import { holderFor } from '../policy.ts';
import { caseInternalNotes, cases, caseSubjects } from './case-tables.ts';
import { findCaseStart, type CaseStart } from './find-case-start.ts';
import { findContactRoute } from './find-contact-route.ts';
import { deskOf, type CaseRow } from './internal/case-for.ts';
import { insertParty } from './internal/insert-party.ts';
import { noteStep } from './internal/note-step.ts';
import { tellDesk } from './internal/tell.ts';

type Whose = { organisationId: string; ags: string | null; name: string };

async function organisationFor(ctx: Ctx, key: string): Promise<Whose> {
	const columns = { organisationId: organisations.id, ags: organisations.ags, name: organisations.name };
	const [row] = await ctx.db
		.select(columns)
		.from(organisations)
		.where(isUuid(key) ? eq(organisations.id, key) : eq(organisations.ags, key));
	if (row) return row;
	if (isUuid(key)) throw refused('no-organisation', 'Diese Organisation gibt es nicht mehr.', 'of');
	const organisationId = await ensureMunicipalityOrganisation(ctx, key);
	return { organisationId, ags: key, name: '' };
}

async function keyOf(ctx: Ctx, { of, ort }: OpenCaseInput, start: CaseStart): Promise<string> {
	if (start.of) return start.of;
	if (ort) {
		const place = await findPlace(ctx, ort);
		if (!place)
			throw refused('no-such-place', 'Diesen Ort kennen wir nicht. Bitte mit Postleitzahl, zum Beispiel 16278 Angermünde.', 'ort');
		return place.ags;
	}
	if (!of) throw refused('no-organisation', 'Bitte sagen, für welche Kommune.', 'ort');
	return of;
}

async function insertCase(ctx: Ctx, input: OpenCaseInput, whose: Whose): Promise<CaseRow> {
	const lead = holderFor(ctx.actor, whose, await listOwnOffices(ctx));
	if (!lead) throw forbidden('Einen Fall eröffnet, wer für die Kommune oder in einem Netzwerkbüro arbeitet.');
	const { title, summary = '', origin, topic = null, nextStep = null, nextStepOn = null } = input;
	const isTaken = nextStep !== null || nextStepOn !== null;
	const not = isTaken ? whyNotNextStep({ nextStep, nextStepOn, today: dayOf(ctx.now) }) : null;
	if (not) throw refused(not.code, not.message, not.field);
	const { route } = await findContactRoute(ctx, { key: whose.organisationId, topic, toSend: true });
	const [row] = await ctx.db
		.insert(cases)
		.values({
			...{ id: newId(), title, summary, origin, topic, organisationId: whose.organisationId, ...lead, nextStep, nextStepOn },
			...{ state: isTaken ? 'accepted' : 'new', assigneeId: isTaken ? (ctx.actor?.id ?? null) : null },
			...{
				promisedDays: route.point?.responseTargetDays ?? 10,
				createdBy: ctx.actor?.id ?? null,
				waitingSince: ctx.now,
				createdAt: ctx.now,
				updatedAt: ctx.now
			}
		})
		.returning();
	if (!row) throw forbidden();
	return row;
}

/**
 * Opens a case: from a phone call, or from what a message, a house, a request or a match tells already. With a next step and its day it is taken on
 * at once by whoever opens it. A message or match becomes one case only: a second time leads to the first. Throws 401, 403, 404, 422.
 */
export async function openCase(ctx: Ctx, input: OpenCaseInput): Promise<{ id: string; isNew: boolean }> {
	if (!ctx.actor) throw unauthenticated();
	const start = await findCaseStart(ctx, input);
	if (start.existing) return { id: start.existing, isNew: false };
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const whose = await organisationFor(inside, await keyOf(inside, input, start));
		const row = await insertCase(inside, input, whose);
		for (const subject of start.subjects) await db.insert(caseSubjects).values({ id: newId(), caseId: row.id, ...subject });
		if (start.match) await takeUpMatch(inside, start.match);
		const step = { caseId: row.id, machine: 'case', subjectId: row.id, step: 'open', from: 'none', to: row.state } as const;
		await noteStep(inside, step);
		const { partyName: name, partyEmail: email, partyPhone: phone, partyRole: role, partyAccess } = input;
		const access = email ? partyAccess : 'none';
		for (const party of [...start.parties, ...(name ? [{ name, email, phone, role, access }] : [])]) await insertParty(inside, row, party);
		const { internalNote: text } = input;
		const by = { byPersonId: ctx.actor?.id ?? null, at: ctx.now };
		if (text) await db.insert(caseInternalNotes).values({ id: newId(), caseId: row.id, desk: deskOf(row), text, ...by });
		await tellDesk(inside, row, {
			kind: 'case-new',
			subjectId: row.id,
			title: `Neuer Fall: ${row.title}`,
			text: 'Er wartet darauf, dass ihn jemand annimmt.'
		});
		return { id: row.id, isNew: true };
	});
}
